//! All SQL of the violations.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use shared::{BuyerId, DocumentId, Effect, ShopId, ViolationId, ViolationState};
use uuid::Uuid;

use super::entity::{access, paper, rule, violation};

pub async fn insert(db: &impl ConnectionTrait, row: violation::Model) -> Result<(), DbErr> {
    violation::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn by_id(db: &impl ConnectionTrait, id: ViolationId) -> Result<Option<violation::Model>, DbErr> {
    violation::Entity::find_by_id(id).one(db).await
}

/// One that is being changed: nobody else changes it meanwhile.
pub async fn locked(db: &impl ConnectionTrait, id: ViolationId) -> Result<Option<violation::Model>, DbErr> {
    let row = violation::Entity::find_by_id(id);
    // SQLite has one writer anyway.
    if db.get_database_backend() == DbBackend::Sqlite { row.one(db).await } else { row.lock_exclusive().one(db).await }
}

/// Replaces a row, if nobody else did since it read as `version - 1`.
pub async fn replace(db: &impl ConnectionTrait, row: violation::Model) -> Result<bool, DbErr> {
    let (id, before) = (row.id, row.version - 1);
    let change = violation::Entity::update_many().set(row.into_active_model().reset_all());
    let change = change.filter(violation::Column::Id.eq(id)).filter(violation::Column::Version.eq(before));
    Ok(change.exec(db).await?.rows_affected == 1)
}

/// Whose violations are meant.
#[derive(Debug, Clone)]
pub enum Whose {
    /// Those of a person, for themselves or as the owner of a shop.
    Account(BuyerId),
    /// Those of a shop.
    Shop(ShopId),
    /// Those of a person and of the shops they answer for.
    Theirs(BuyerId, Vec<ShopId>),
}

impl Whose {
    fn condition(self) -> Condition {
        use violation::Column::{AccountId, ShopId};
        match self {
            Self::Account(id) => Condition::all().add(AccountId.eq(id)),
            Self::Shop(id) => Condition::all().add(ShopId.eq(id)),
            Self::Theirs(id, shops) => Condition::any().add(AccountId.eq(id)).add(ShopId.is_in(shops)),
        }
    }
}

/// Issued, and neither lifted nor ended.
fn counts() -> Condition {
    Condition::all().add(violation::Column::ClosedAt.is_null()).add(violation::Column::State.ne(ViolationState::Draft))
}

pub async fn count_open(db: &impl ConnectionTrait, whose: Whose) -> Result<i64, DbErr> {
    let open = violation::Entity::find().filter(whose.condition()).filter(counts());
    Ok(i64::try_from(open.count(db).await?).unwrap_or(i64::MAX))
}

/// The newest first.
pub async fn of(db: &impl ConnectionTrait, whose: Whose, limit: u64) -> Result<Vec<violation::Model>, DbErr> {
    let rows = violation::Entity::find().filter(whose.condition());
    rows.order_by_desc(violation::Column::OpenedAt).order_by_desc(violation::Column::Id).limit(limit).all(db).await
}

/// Those in a state; appeals the longest waiting first, others the newest first.
pub async fn in_state(
    db: &impl ConnectionTrait,
    state: ViolationState,
    limit: u64,
) -> Result<Vec<violation::Model>, DbErr> {
    let rows = violation::Entity::find().filter(violation::Column::State.eq(state));
    let rows = if state == ViolationState::Appealed {
        rows.order_by_asc(violation::Column::AppealedAt)
    } else {
        rows.order_by_desc(violation::Column::OpenedAt)
    };
    rows.order_by_asc(violation::Column::Id).limit(limit).all(db).await
}

/// What follows for a shop from everything that is open.
pub async fn effects_on(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Effect>, DbErr> {
    let open = violation::Entity::find().select_only().column(violation::Column::Effect);
    let open = open.filter(violation::Column::ShopId.eq(shop)).filter(counts());
    open.into_tuple().all(db).await
}

/// Another open violation that has taken off the same thing.
pub async fn other_open(db: &impl ConnectionTrait, this: &violation::Model) -> Result<Option<violation::Model>, DbErr> {
    let others = violation::Entity::find().filter(violation::Column::TargetId.eq(this.target_id));
    let others = others.filter(violation::Column::Effect.eq(this.effect)).filter(violation::Column::Id.ne(this.id));
    others.filter(counts()).one(db).await
}

/// Those whose time is over.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<ViolationId>, DbErr> {
    let rows = violation::Entity::find().select_only().column(violation::Column::Id);
    let rows = rows.filter(counts()).filter(violation::Column::EndsAt.lte(now));
    rows.order_by_asc(violation::Column::EndsAt).limit(limit).into_tuple().all(db).await
}

pub async fn insert_paper(db: &impl ConnectionTrait, row: paper::Model) -> Result<(), DbErr> {
    paper::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn paper(db: &impl ConnectionTrait, id: DocumentId) -> Result<Option<paper::Model>, DbErr> {
    paper::Entity::find_by_id(id).one(db).await
}

/// In the order they came.
pub async fn papers(db: &impl ConnectionTrait, id: ViolationId) -> Result<Vec<paper::Model>, DbErr> {
    let all = paper::Entity::find().filter(paper::Column::ViolationId.eq(id));
    all.order_by_asc(paper::Column::Id).all(db).await
}

pub async fn insert_access(db: &impl ConnectionTrait, row: access::Model) -> Result<(), DbErr> {
    access::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Who looked at the papers, the latest first.
pub async fn accesses(db: &impl ConnectionTrait, id: ViolationId, limit: u64) -> Result<Vec<access::Model>, DbErr> {
    let all = access::Entity::find().filter(access::Column::ViolationId.eq(id));
    all.order_by_desc(access::Column::At).order_by_desc(access::Column::Id).limit(limit).all(db).await
}

pub async fn appeal_days(db: &impl ConnectionTrait) -> Result<Option<i32>, DbErr> {
    Ok(rule::Entity::find_by_id(Uuid::nil()).one(db).await?.map(|rule| rule.appeal_days))
}

pub async fn set_appeal_days(db: &impl ConnectionTrait, appeal_days: i32) -> Result<(), DbErr> {
    let row = rule::Model { id: Uuid::nil(), appeal_days };
    let newest = OnConflict::column(rule::Column::Id).update_column(rule::Column::AppealDays).to_owned();
    rule::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}
