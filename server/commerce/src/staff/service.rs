use chrono::TimeDelta;
use shared::{
    BuyerId, Duty, ErrorCode, InvitationId, Locale, Role, ShopId,
    dto::{Invitation, Member, Offered, Staff},
};

use super::{
    activity::{Deed, act, plain},
    entity::invitation,
    queries,
};
use crate::{
    Actor, Error, StaffRoom, catalog,
    clock::rfc3339,
    db::Tx,
    identity::{self, Invited},
};

/// An invitation is good this long.
const OFFER_LASTS: TimeDelta = TimeDelta::days(7);
/// Open invitations of a shop.
const MOST_OFFERS: u64 = 50;

/// An invitation, and the only copy of the secret that its link carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// Its id.
    pub id: InvitationId,
    /// Whoever opens this address may join, once.
    pub url: String,
    /// It stops working then.
    pub expires_at: String,
}

impl StaffRoom<'_> {
    /// The people of a shop and the open invitations; for its owner.
    pub async fn staff(&self, actor: Actor, shop: ShopId) -> Result<Staff, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let mut members: Vec<_> = identity::members(self.0, shop)
            .await?
            .into_iter()
            .map(|(account, role)| Member {
                account: account.id,
                me: actor.buyer() == Some(account.id),
                contact: account
                    .phone
                    .map(|phone| phone.masked())
                    .or(account.email.map(|email| email.as_str().to_owned()))
                    .unwrap_or_default(),
                name: account.name,
                role,
            })
            .collect();
        members.sort_by_key(|member| (member.role != Role::Owner, member.name.clone()));
        let view = |row: invitation::Model| Invitation {
            id: row.id,
            note: row.note,
            role: row.role,
            expires_at: rfc3339(row.expires_at),
        };
        let invitations = queries::invitations(db, shop, now).await?.into_iter().map(view).collect();
        Ok(Staff { members, invitations })
    }

    /// Offers a place, by a link that is good for seven days and one person; for the owner. `note` says
    /// for whom, 1 to 40 characters. `Invalid` (`whom`, `role`: there is no second owner),
    /// `LimitExceeded` beyond 50 open ones.
    pub async fn invite(&self, actor: Actor, shop: ShopId, role: Role, note: &str) -> Result<NewInvitation, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let note = note.trim();
        if role == Role::Owner {
            return Err(Error::Invalid(vec!["role"]));
        }
        if !(1..=40).contains(&note.chars().count()) || note.chars().any(char::is_control) {
            return Err(Error::Invalid(vec!["whom"]));
        }
        let Invited { token, hash } = identity::new_invitation()?;
        let (clock, at) = (&self.shop().clock, self.shop().clock.now());
        let row = invitation::Model {
            id: InvitationId(clock.new_id()),
            shop_id: shop,
            role,
            note: note.to_owned(),
            token_hash: hash,
            expires_at: at + OFFER_LASTS,
        };
        let (id, expires_at) = (row.id, rfc3339(row.expires_at));
        let deed = Deed::new(clock, actor);
        self.shop().db.write(move |tx| Box::pin(insert(tx, row.clone(), deed))).await?;
        let url = format!("{}/studio/join/{token}", self.shop().config.base_url);
        Ok(NewInvitation { id, url, expires_at })
    }

    /// Takes an offer back; for the owner. `NotFound`.
    pub async fn uninvite(&self, actor: Actor, shop: ShopId, id: InvitationId) -> Result<(), Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(uninvite(tx, shop, id, deed))).await
    }

    /// What the holder of a link is offered; for everyone who has it. `NotFound` if it is none, was
    /// used or is over.
    pub async fn offered(&self, _: Actor, token: &str, locale: Locale) -> Result<Offered, Error> {
        let offer = self.open_offer(token).await?;
        let shop = catalog::shop_name(self.0, offer.shop_id, locale).await?;
        Ok(Offered { shop, role: offer.role, expires_at: rfc3339(offer.expires_at) })
    }

    /// Takes the offer; for accounts. Who has a place there already keeps it. `NotFound` as `offered`.
    pub async fn join(&self, actor: Actor, token: &str) -> Result<ShopId, Error> {
        let account = actor.require_account()?;
        let offer = self.open_offer(token).await?;
        let shop = offer.shop_id;
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(join(tx, offer.clone(), account, deed))).await?;
        Ok(shop)
    }

    async fn open_offer(&self, token: &str) -> Result<invitation::Model, Error> {
        let hash = identity::invitation_hash(token).ok_or(ErrorCode::NotFound)?;
        let offer = queries::invitation(self.shop().db.read(), &hash).await?;
        let now = self.shop().clock.now();
        offer.filter(|offer| now < offer.expires_at).ok_or_else(|| ErrorCode::NotFound.into())
    }

    /// Gives a member another place; for the owner. `NotFound` if they are none, `Conflict` for the
    /// owner's own place, `Invalid` (`role`: there is no second owner).
    pub async fn change_role(&self, actor: Actor, shop: ShopId, account: BuyerId, role: Role) -> Result<(), Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        if role == Role::Owner {
            return Err(Error::Invalid(vec!["role"]));
        }
        self.set(actor, shop, account, Some(role)).await
    }

    /// Takes a member's place away; for the owner, and for members who leave by themselves. `NotFound`,
    /// `Conflict` for the owner.
    pub async fn remove(&self, actor: Actor, shop: ShopId, account: BuyerId) -> Result<(), Error> {
        if actor.buyer() != Some(account) {
            self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        }
        self.set(actor, shop, account, None).await
    }

    async fn set(&self, actor: Actor, shop: ShopId, account: BuyerId, role: Option<Role>) -> Result<(), Error> {
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(set(tx, (shop, account, role), deed))).await
    }
}

async fn insert(tx: &Tx, row: invitation::Model, deed: Deed) -> Result<(), Error> {
    if queries::count_invitations(tx, row.shop_id, deed.at).await? >= MOST_OFFERS {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let (shop, note) = (row.shop_id, plain(&row.note));
    queries::insert_invitation(tx, row).await?;
    Ok(deed.record(tx, shop, act::STAFF_INVITED, note).await?)
}

async fn uninvite(tx: &Tx, shop: ShopId, id: InvitationId, deed: Deed) -> Result<(), Error> {
    let row = queries::withdraw(tx, shop, id).await?.ok_or(ErrorCode::NotFound)?;
    Ok(deed.record(tx, shop, act::STAFF_UNINVITED, plain(&row.note)).await?)
}

async fn join(tx: &Tx, offer: invitation::Model, account: BuyerId, deed: Deed) -> Result<(), Error> {
    if !queries::take_invitation(tx, offer.id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    identity::join(tx, offer.shop_id, account, offer.role).await?;
    Ok(deed.record(tx, offer.shop_id, act::STAFF_JOINED, plain(&offer.note)).await?)
}

async fn set(tx: &Tx, (shop, account, role): (ShopId, BuyerId, Option<Role>), deed: Deed) -> Result<(), Error> {
    let name = identity::set_role(tx, shop, account, role).await?;
    let act = if role.is_some() { act::STAFF_CHANGED } else { act::STAFF_LEFT };
    Ok(deed.record(tx, shop, act, plain(&name)).await?)
}
