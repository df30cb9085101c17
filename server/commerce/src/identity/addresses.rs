//! The address book.

use shared::{Address, AddressId, BuyerId, ErrorCode, dto::SavedAddress};

use super::{entity::address, queries};
use crate::{Actor, Error, Identity, db::Tx};

/// Addresses of one buyer.
const MOST: u64 = 20;

impl Identity<'_> {
    /// The caller's addresses, the default one first; at most 20.
    pub async fn addresses(&self, actor: Actor) -> Result<Vec<SavedAddress>, Error> {
        let buyer = actor.require_buyer()?;
        Ok(queries::addresses(self.shop().db.read(), buyer).await?.into_iter().map(view).collect())
    }

    /// Adds an address, or changes `id`. `Invalid` with the faulty fields, `NotFound` if it is not
    /// the caller's, `LimitExceeded` beyond 20. The first one is the default.
    pub async fn save_address(
        &self,
        actor: Actor,
        id: Option<AddressId>,
        address: Address,
        is_default: bool,
    ) -> Result<SavedAddress, Error> {
        let buyer = actor.require_buyer()?;
        let faults = address.faults();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let new_id = AddressId(self.shop().clock.new_id());
        let row = address::Model {
            id: id.unwrap_or(new_id),
            buyer_id: buyer,
            address,
            is_default,
            changed_at: self.shop().clock.now(),
        };
        let known = id.is_some();
        self.shop().db.write(move |tx| Box::pin(save(tx, row.clone(), known))).await.map(view)
    }

    /// Removes an address; `NotFound` if it is not the caller's.
    pub async fn remove_address(&self, actor: Actor, id: AddressId) -> Result<(), Error> {
        let buyer = actor.require_buyer()?;
        self.shop().db.write(move |tx| Box::pin(remove(tx, buyer, id))).await
    }
}

async fn save(tx: &Tx, mut row: address::Model, known: bool) -> Result<address::Model, Error> {
    let others = queries::count_addresses(tx, row.buyer_id).await?;
    if known && !queries::owns_address(tx, row.buyer_id, row.id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    if !known && others >= MOST {
        return Err(ErrorCode::LimitExceeded.into());
    }
    row.is_default |= !known && others == 0;
    if row.is_default {
        queries::clear_default(tx, row.buyer_id).await?;
    }
    queries::put_address(tx, row.clone()).await?;
    Ok(row)
}

async fn remove(tx: &Tx, buyer: BuyerId, id: AddressId) -> Result<(), Error> {
    if queries::delete_address(tx, buyer, id).await? { Ok(()) } else { Err(ErrorCode::NotFound.into()) }
}

fn view(row: address::Model) -> SavedAddress {
    SavedAddress { id: row.id, address: row.address, is_default: row.is_default }
}
