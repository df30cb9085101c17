//! Who works for which shop, for the staff room.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr};
use shared::{BuyerId, ErrorCode, Role, ShopId};

use super::{
    entity::{account, shop_member},
    queries, token,
};
use crate::{Commerce, Error, db::Tx};

/// The secret of an invitation, and what is kept of it.
#[derive(Debug)]
pub(crate) struct Invited {
    pub token: String,
    pub hash: String,
}

/// A secret for a link to join.
pub(crate) fn new_invitation() -> Result<Invited, Error> {
    let token = token::new(token::INVITATION)?;
    Ok(Invited { hash: token::hash(&token), token })
}

/// What is kept of the secret `token`; `None` if it is none by its form.
pub(crate) fn invitation_hash(token: &str) -> Option<String> {
    token::is(token::INVITATION, token).then(|| token::hash(token))
}

/// The accounts of a shop's people with their places.
pub(crate) async fn members(commerce: &Commerce, shop: ShopId) -> Result<Vec<(account::Model, Role)>, Error> {
    let db = commerce.db().read();
    let rows = queries::members(db, shop).await?;
    let roles: HashMap<_, _> = rows.iter().map(|row| (row.account_id, row.role)).collect();
    let accounts = queries::accounts(db, roles.keys().copied().collect()).await?;
    let with_role = |account: account::Model| roles.get(&account.id).copied().map(|role| (account, role));
    Ok(accounts.into_iter().filter_map(with_role).collect())
}

/// The accounts of a shop's people.
pub(crate) async fn people_of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<BuyerId>, DbErr> {
    Ok(queries::members(db, shop).await?.into_iter().map(|row| row.account_id).collect())
}

/// Whom a shop belongs to; the first of several.
pub(crate) async fn owner_of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<BuyerId>, DbErr> {
    let owners = queries::members(db, shop).await?.into_iter().filter(|row| row.role == Role::Owner);
    Ok(owners.map(|row| row.account_id).min())
}

/// Names of accounts, as their colleagues see them.
pub(crate) async fn names(commerce: &Commerce, ids: Vec<BuyerId>) -> Result<HashMap<BuyerId, String>, Error> {
    let accounts = queries::accounts(commerce.db().read(), ids).await?;
    Ok(accounts.into_iter().map(|account| (account.id, account.name)).collect())
}

/// Makes an account one of a shop's people, unless it is already.
pub(crate) async fn join(
    db: &impl ConnectionTrait,
    shop_id: ShopId,
    account_id: BuyerId,
    role: Role,
) -> Result<(), DbErr> {
    queries::insert_member(db, shop_member::Model { shop_id, account_id, role }).await
}

/// Gives a member another place, or none, and returns their name. `NotFound`; `Conflict` for the owner,
/// without whom nobody could look after the shop.
pub(crate) async fn set_role(tx: &Tx, shop: ShopId, account: BuyerId, role: Option<Role>) -> Result<String, Error> {
    match queries::role(tx, shop, account).await? {
        None => return Err(ErrorCode::NotFound.into()),
        Some(Role::Owner) => return Err(ErrorCode::Conflict.into()),
        Some(_) => {}
    }
    match role {
        Some(role) => queries::set_role(tx, shop, account, role).await?,
        None => queries::delete_member(tx, shop, account).await?,
    }
    Ok(queries::account(tx, account).await?.map(|account| account.name).unwrap_or_default())
}

/// The owners of a shop, who answer for it.
pub(crate) async fn owners(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<BuyerId>, DbErr> {
    let rows = queries::members(db, shop).await?;
    Ok(rows.into_iter().filter(|row| row.role == Role::Owner).map(|row| row.account_id).collect())
}
