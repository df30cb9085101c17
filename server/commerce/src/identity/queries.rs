//! All SQL of identity.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr, Func, LikeExpr, OnConflict},
};
use shared::{AddressId, BuyerId, Email, Phone, Role, ShopId};
use uuid::Uuid;

use super::entity::{account, address, attempt, contact_access, login_code, session, shop_member};

pub async fn account(db: &impl ConnectionTrait, id: BuyerId) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id).one(db).await
}

pub async fn account_by_email(db: &impl ConnectionTrait, email: &Email) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find().filter(account::Column::Email.eq(email.as_str())).one(db).await
}

pub async fn account_by_phone(db: &impl ConnectionTrait, phone: &Phone) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find().filter(account::Column::Phone.eq(phone.as_str())).one(db).await
}

/// `false` if its e-mail or phone is taken.
pub async fn insert_account(db: &impl ConnectionTrait, row: account::Model) -> Result<bool, DbErr> {
    let inserted = account::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(db)
        .await;
    match inserted {
        Ok(rows) => Ok(rows == 1),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The session with its account.
pub async fn session(db: &impl ConnectionTrait, hash: &str) -> Result<Option<(session::Model, account::Model)>, DbErr> {
    let Some(session) = session::Entity::find_by_id(hash.to_owned()).one(db).await? else { return Ok(None) };
    Ok(account(db, session.account_id).await?.map(|account| (session, account)))
}

pub async fn insert_session(db: &impl ConnectionTrait, row: session::Model) -> Result<(), DbErr> {
    session::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete_session(db: &impl ConnectionTrait, hash: &str) -> Result<(), DbErr> {
    session::Entity::delete_by_id(hash.to_owned()).exec(db).await?;
    Ok(())
}

pub async fn delete_expired_sessions(
    db: &impl ConnectionTrait,
    account: BuyerId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let expired = session::Entity::delete_many().filter(session::Column::AccountId.eq(account));
    expired.filter(session::Column::ExpiresAt.lte(now)).exec(db).await?;
    Ok(())
}

pub async fn put_code(db: &impl ConnectionTrait, row: login_code::Model) -> Result<(), DbErr> {
    use login_code::Column::{CodeHash, ExpiresAt, Phone, Tries};
    let newest = OnConflict::column(Phone).update_columns([CodeHash, Tries, ExpiresAt]).to_owned();
    login_code::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Uses the code up; `false` if it is not this one, or used up, expired or tried too often already.
pub async fn take_code(
    db: &impl ConnectionTrait,
    phone: &Phone,
    hash: &str,
    tries: i32,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    use login_code::Column;
    let taken = login_code::Entity::delete_many()
        .filter(Column::Phone.eq(phone.as_str()))
        .filter(Column::CodeHash.eq(hash))
        .filter(Column::Tries.lt(tries))
        .filter(Column::ExpiresAt.gt(now));
    Ok(taken.exec(db).await?.rows_affected == 1)
}

/// Counts a wrong code.
pub async fn count_try(db: &impl ConnectionTrait, phone: &Phone) -> Result<(), DbErr> {
    use login_code::Column::{Phone, Tries};
    let update = login_code::Entity::update_many().col_expr(Tries, Expr::col(Tries).add(1));
    update.filter(Phone.eq(phone.as_str())).exec(db).await?;
    Ok(())
}

/// Counts a try and returns all since the first one after `cutoff`.
pub async fn attempt(
    db: &impl ConnectionTrait,
    action: &str,
    subject: &str,
    cutoff: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<attempt::Model, DbErr> {
    use attempt::Column::{Action, Since, Subject, Tries};
    let own = |column: attempt::Column| Expr::col((attempt::Entity, column));
    let over = own(Since).lte(cutoff);
    let tries = CaseStatement::new().case(over.clone(), 1i64).finally(own(Tries).add(1i64));
    let since = CaseStatement::new().case(over, now).finally(own(Since));
    let again = OnConflict::columns([Action, Subject]).value(Tries, tries).value(Since, since).to_owned();
    let first = attempt::Model { action: action.to_owned(), subject: subject.to_owned(), tries: 1, since: now };
    attempt::Entity::insert(first.clone().into_active_model()).on_conflict(again).exec_without_returning(db).await?;
    let row = attempt::Entity::find_by_id((action.to_owned(), subject.to_owned())).one(db).await?;
    Ok(row.unwrap_or(first))
}

pub async fn addresses(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<Vec<address::Model>, DbErr> {
    let rows = address::Entity::find().filter(address::Column::BuyerId.eq(buyer));
    rows.order_by_desc(address::Column::IsDefault).order_by_desc(address::Column::ChangedAt).all(db).await
}

pub async fn count_addresses(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<u64, DbErr> {
    address::Entity::find().filter(address::Column::BuyerId.eq(buyer)).count(db).await
}

pub async fn put_address(db: &impl ConnectionTrait, row: address::Model) -> Result<(), DbErr> {
    use address::Column::{Address, ChangedAt, Id, IsDefault};
    let newest = OnConflict::column(Id).update_columns([Address, IsDefault, ChangedAt]).to_owned();
    address::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

pub async fn owns_address(db: &impl ConnectionTrait, buyer: BuyerId, id: AddressId) -> Result<bool, DbErr> {
    let row = address::Entity::find_by_id(id).filter(address::Column::BuyerId.eq(buyer)).one(db).await?;
    Ok(row.is_some())
}

/// None of the buyer's addresses is the default one.
pub async fn clear_default(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<(), DbErr> {
    let update = address::Entity::update_many().col_expr(address::Column::IsDefault, Expr::value(false));
    update.filter(address::Column::BuyerId.eq(buyer)).exec(db).await?;
    Ok(())
}

/// `false` if it is not the buyer's.
pub async fn delete_address(db: &impl ConnectionTrait, buyer: BuyerId, id: AddressId) -> Result<bool, DbErr> {
    let own = address::Entity::delete_by_id(id).filter(address::Column::BuyerId.eq(buyer));
    Ok(own.exec(db).await?.rows_affected == 1)
}

/// Gives the guest's addresses to the account.
pub async fn move_addresses(db: &impl ConnectionTrait, guest: BuyerId, account: BuyerId) -> Result<(), DbErr> {
    use address::Column;
    let mut update = address::Entity::update_many().col_expr(Column::BuyerId, Expr::value(account.0));
    if count_addresses(db, account).await? > 0 {
        update = update.col_expr(Column::IsDefault, Expr::value(false));
    }
    update.filter(Column::BuyerId.eq(guest)).exec(db).await?;
    Ok(())
}

pub async fn insert_member(db: &impl ConnectionTrait, row: shop_member::Model) -> Result<(), DbErr> {
    // Being one already is as good.
    shop_member::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([shop_member::Column::ShopId, shop_member::Column::AccountId])
        .exec_without_returning(db)
        .await?;
    Ok(())
}

pub async fn role(db: &impl ConnectionTrait, shop: ShopId, account: BuyerId) -> Result<Option<Role>, DbErr> {
    Ok(shop_member::Entity::find_by_id((shop, account)).one(db).await?.map(|member| member.role))
}

/// The shops an account is a member of, the oldest first.
pub async fn memberships(db: &impl ConnectionTrait, account: BuyerId) -> Result<Vec<shop_member::Model>, DbErr> {
    let own = shop_member::Entity::find().filter(shop_member::Column::AccountId.eq(account));
    own.order_by_asc(shop_member::Column::ShopId).all(db).await
}

/// The people of a shop.
pub async fn members(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<shop_member::Model>, DbErr> {
    shop_member::Entity::find().filter(shop_member::Column::ShopId.eq(shop)).all(db).await
}

pub async fn accounts(db: &impl ConnectionTrait, ids: Vec<BuyerId>) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await
}

pub async fn set_role(db: &impl ConnectionTrait, shop: ShopId, account: BuyerId, role: Role) -> Result<(), DbErr> {
    let update = shop_member::Entity::update_many().col_expr(shop_member::Column::Role, Expr::value(role));
    let update = update.filter(shop_member::Column::ShopId.eq(shop));
    update.filter(shop_member::Column::AccountId.eq(account)).exec(db).await?;
    Ok(())
}

pub async fn delete_member(db: &impl ConnectionTrait, shop: ShopId, account: BuyerId) -> Result<(), DbErr> {
    shop_member::Entity::delete_by_id((shop, account)).exec(db).await?;
    Ok(())
}

/// Accounts by a part of their name, the start of their e-mail address or, for four digits and more, the end of their
/// phone number; the oldest first.
pub async fn find(db: &impl ConnectionTrait, q: &str, limit: u64) -> Result<Vec<account::Model>, DbErr> {
    use account::Column::{CreatedAt, Email, Id, Name, Phone};
    let q = q.to_lowercase();
    let escaped = q.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = |pattern: String| LikeExpr::new(pattern).escape('\\');
    let name = Expr::expr(Func::lower(Expr::col(Name))).like(like(format!("%{escaped}%")));
    let mut any = Condition::any().add(name).add(Email.like(like(format!("{escaped}%"))));
    if q.len() >= 4 && q.bytes().all(|b| b.is_ascii_digit()) {
        any = any.add(Phone.like(like(format!("%{q}"))));
    }
    account::Entity::find().filter(any).order_by_asc(CreatedAt).order_by_asc(Id).limit(limit).all(db).await
}

pub async fn insert_contact_access(db: &impl ConnectionTrait, row: contact_access::Model) -> Result<(), DbErr> {
    contact_access::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn contact_access(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<contact_access::Model>, DbErr> {
    contact_access::Entity::find_by_id(id).one(db).await
}

/// Who read the contact of an account, the latest first.
pub async fn contact_accesses(
    db: &impl ConnectionTrait,
    id: BuyerId,
    limit: u64,
) -> Result<Vec<contact_access::Model>, DbErr> {
    let all = contact_access::Entity::find().filter(contact_access::Column::AccountId.eq(id));
    all.order_by_desc(contact_access::Column::At).order_by_desc(contact_access::Column::Id).limit(limit).all(db).await
}
