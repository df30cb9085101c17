use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    BuyerId, Duty, ErrorCode, Phone, Role, ShopId,
    dto::{CodeSent, Credentials, Profile, Session},
};

use super::{
    entity::{account, login_code, session, shop_member},
    limit::{Limit, allow},
    queries, token,
};
use crate::{Actor, Error, Identity, cart, db::Tx, order};

/// A session lasts this long.
const SESSION_LASTS: TimeDelta = TimeDelta::days(30);
/// A one-time code is good this long.
const CODE_LASTS: TimeDelta = TimeDelta::minutes(5);
/// Wrong codes before a right one is not taken any more.
const CODE_TRIES: i32 = 5;
/// Longest password, in bytes: hashing more is work for nothing.
const PASSWORD_BYTES: usize = 256;

impl Identity<'_> {
    /// A new guest token: 256 random bits whose holder is a buyer of their own. Nothing is stored;
    /// the buyer's id is derived from the token. The token is empty, and good for nothing, if the
    /// machine has no entropy.
    pub fn open_guest(&self) -> Session {
        Session { token: token::new(token::GUEST).unwrap_or_default() }
    }

    /// Who holds `token`; `Unauthenticated` if it is malformed, expired or signed out.
    pub async fn actor_of(&self, token: &str) -> Result<Actor, Error> {
        if token::is(token::GUEST, token) {
            return Ok(Actor::Guest(token::guest(token)));
        }
        if !token::is(token::SESSION, token) {
            return Err(ErrorCode::Unauthenticated.into());
        }
        let hash = token::hash(token);
        let sessions = &self.shop().identity.sessions;
        let (actor, expires_at) = match sessions.get(&hash).await {
            Some(known) => known,
            None => {
                let found = queries::session(self.shop().db.read(), &hash).await?;
                let (session, account) = found.ok_or(ErrorCode::Unauthenticated)?;
                let actor = if account.operator { Actor::Operator(account.id) } else { Actor::Account(account.id) };
                sessions.insert(hash, (actor, session.expires_at)).await;
                (actor, session.expires_at)
            }
        };
        if self.shop().clock.now() < expires_at { Ok(actor) } else { Err(ErrorCode::Unauthenticated.into()) }
    }

    /// Sends a one-time code (6 digits, 5 minutes, 5 tries). `RateLimited` beyond one a minute or ten
    /// a day for a number. In the demo the code is in the answer.
    pub async fn send_code(&self, actor: Actor, phone: Phone) -> Result<CodeSent, Error> {
        if let Some(caller) = actor.buyer() {
            allow(self.0, Limit::AskCodes, &caller.to_string()).await?;
        }
        allow(self.0, Limit::SendCode, phone.as_str()).await?;
        allow(self.0, Limit::SendCodes, phone.as_str()).await?;
        let code = token::new_code()?;
        let row = login_code::Model {
            phone: phone.as_str().to_owned(),
            code_hash: self.code_hash(&phone, &code),
            tries: 0,
            expires_at: self.shop().clock.now() + CODE_LASTS,
        };
        let saved = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::put_code(tx, row).await?) })
        });
        saved.await?;
        Ok(CodeSent { valid_seconds: CODE_LASTS.num_seconds(), demo_code: self.shop().config.demo.then_some(code) })
    }

    /// Opens a session and moves the guest's cart, orders and addresses to the account. An unknown
    /// phone becomes an account. `BadCredentials`, `RateLimited`.
    pub async fn sign_in(&self, actor: Actor, credentials: Credentials) -> Result<Session, Error> {
        if let Some(caller) = actor.buyer() {
            allow(self.0, Limit::SignIn, &caller.to_string()).await?;
        }
        let account = match credentials {
            Credentials::Code { phone, code } => self.by_code(phone, &code).await?,
            Credentials::Password { email, password } => {
                allow(self.0, Limit::Password, email.as_str()).await?;
                let account = queries::account_by_email(self.shop().db.read(), &email).await?;
                let hash = account.as_ref().and_then(|account| account.password.clone());
                let short = password.len() <= PASSWORD_BYTES;
                let fits = short && self.shop().identity.passwords.verify(&password, hash).await?;
                account.filter(|_| fits).ok_or(ErrorCode::BadCredentials)?.id
            }
        };
        let guest = match actor {
            Actor::Guest(guest) => Some(guest),
            _ => None,
        };
        let (token, now) = (token::new(token::SESSION)?, self.shop().clock.now());
        let row =
            session::Model { token_hash: token::hash(&token), account_id: account, expires_at: now + SESSION_LASTS };
        self.shop().db.write(move |tx| Box::pin(open(tx, row.clone(), guest, now))).await?;
        Ok(Session { token })
    }

    /// The account of `phone`, made if there is none, if `code` is right.
    async fn by_code(&self, phone: Phone, code: &str) -> Result<BuyerId, Error> {
        allow(self.0, Limit::EnterCode, phone.as_str()).await?;
        let hash = self.code_hash(&phone, code.trim());
        let new = account::Model {
            id: BuyerId(self.shop().clock.new_id()),
            email: None,
            phone: Some(phone.clone()),
            password: None,
            name: phone.masked(),
            operator: false,
            created_at: self.shop().clock.now(),
        };
        let work = (phone, hash, new);
        let account = self.shop().db.write(move |tx| Box::pin(enter(tx, work.clone()))).await?;
        account.ok_or_else(|| ErrorCode::BadCredentials.into())
    }

    fn code_hash(&self, phone: &Phone, code: &str) -> String {
        token::sealed(&self.shop().config.secret, "code", &format!("{}\0{code}", phone.as_str()))
    }

    /// Ends the session that `token` opened.
    pub async fn sign_out(&self, _: Actor, token: &str) -> Result<(), Error> {
        let hash = token::hash(token);
        self.shop().identity.sessions.invalidate(&hash).await;
        let ended = hash.clone();
        let deleted = self.shop().db.write::<_, Error, _>(move |tx| {
            let hash = ended.clone();
            Box::pin(async move { Ok(queries::delete_session(tx, &hash).await?) })
        });
        deleted.await?;
        // Once more: a request may have looked it up meanwhile.
        self.shop().identity.sessions.invalidate(&hash).await;
        Ok(())
    }

    /// Who the caller is; `Unauthenticated` for nobody.
    pub async fn profile(&self, actor: Actor) -> Result<Profile, Error> {
        let id = actor.require_buyer()?;
        let guest = Profile { id, name: String::new(), signed_in: false, phone: None, email: None };
        if matches!(actor, Actor::Guest(_)) {
            return Ok(guest);
        }
        let account = queries::account(self.shop().db.read(), id).await?.ok_or(ErrorCode::Unauthenticated)?;
        Ok(Profile {
            name: account.name,
            signed_in: true,
            phone: account.phone.map(|phone| phone.masked()),
            email: account.email.map(|email| email.as_str().to_owned()),
            ..guest
        })
    }

    /// Adds an account with a password of 8 to 256 bytes; `System` only. `Conflict` if the e-mail is
    /// taken, `Invalid` (`password`, `name`).
    pub async fn create_account(
        &self,
        actor: Actor,
        email: shared::Email,
        password: &str,
        name: &str,
        operator: bool,
    ) -> Result<BuyerId, Error> {
        actor.require_system()?;
        if !(8..=PASSWORD_BYTES).contains(&password.len()) {
            return Err(Error::Invalid(vec!["password"]));
        }
        if name.trim().is_empty() || name.chars().count() > 40 {
            return Err(Error::Invalid(vec!["name"]));
        }
        let row = account::Model {
            id: BuyerId(self.shop().clock.new_id()),
            email: Some(email),
            phone: None,
            password: Some(self.shop().identity.passwords.hash(password).await?),
            name: name.trim().to_owned(),
            operator,
            created_at: self.shop().clock.now(),
        };
        let id = row.id;
        let added = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_account(tx, row).await?) })
        });
        if added.await? { Ok(id) } else { Err(ErrorCode::Conflict.into()) }
    }

    /// Gives an account a role in a shop, unless it has one there; `System` only.
    pub async fn add_member(&self, actor: Actor, shop: ShopId, account: BuyerId, role: Role) -> Result<(), Error> {
        actor.require_system()?;
        let row = shop_member::Model { shop_id: shop, account_id: account, role };
        let added = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_member(tx, row).await?) })
        });
        added.await
    }

    /// The shops the caller is a member of, the oldest first, with their roles there; `Unauthenticated`.
    pub async fn memberships(&self, actor: Actor) -> Result<Vec<(ShopId, Role)>, Error> {
        let rows = queries::memberships(self.shop().db.read(), actor.require_account()?).await?;
        Ok(rows.into_iter().map(|member| (member.shop_id, member.role)).collect())
    }

    /// `Forbidden` unless the actor is the system, an operator of the instance or a member of `shop`
    /// whose role covers `duty`.
    pub(crate) async fn require_duty(&self, actor: Actor, shop: ShopId, duty: Duty) -> Result<(), Error> {
        let may = match actor {
            Actor::System | Actor::Operator(_) => true,
            Actor::Account(account) => {
                queries::role(self.shop().db.read(), shop, account).await?.is_some_and(|role| role.may(duty))
            }
            Actor::Nobody | Actor::Guest(_) => false,
        };
        if may { Ok(()) } else { Err(ErrorCode::Forbidden.into()) }
    }
}

/// Opens the session and gives the account what the guest had, all or nothing.
async fn open(tx: &Tx, row: session::Model, guest: Option<BuyerId>, now: DateTime<Utc>) -> Result<(), Error> {
    let account = row.account_id;
    queries::delete_expired_sessions(tx, account, now).await?;
    queries::insert_session(tx, row).await?;
    if let Some(guest) = guest {
        cart::merge(tx, guest, account).await?;
        order::merge(tx, guest, account).await?;
        queries::move_addresses(tx, guest, account).await?;
    }
    Ok(())
}

/// Uses the code up, or counts a wrong one: that has to stay, so it is no error in here.
async fn enter(tx: &Tx, (phone, hash, new): (Phone, String, account::Model)) -> Result<Option<BuyerId>, Error> {
    if !queries::take_code(tx, &phone, &hash, CODE_TRIES, new.created_at).await? {
        queries::count_try(tx, &phone).await?;
        return Ok(None);
    }
    if let Some(known) = queries::account_by_phone(tx, &phone).await? {
        return Ok(Some(known.id));
    }
    let id = new.id;
    if queries::insert_account(tx, new).await? {
        return Ok(Some(id));
    }
    Ok(queries::account_by_phone(tx, &phone).await?.map(|known| known.id))
}
