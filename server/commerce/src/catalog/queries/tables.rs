//! The operator's tables and their history.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    Select,
    sea_query::{Expr, OnConflict},
};
use shared::{BuyerId, CategoryId, LocalText, ProductId, Scene, ShopId, Term, TermChangeId};
use uuid::Uuid;

use super::super::entity::{category, category_term, fee_rate, product, shop, term_change};

pub async fn terms(db: &impl ConnectionTrait) -> Result<Vec<category_term::Model>, DbErr> {
    category_term::Entity::find().all(db).await
}

/// Counts a change of a category, if it is still as `seen`, and keeps others from changing it until the end of the
/// transaction; `false` if it is not, or not there.
pub async fn touch_category(db: &impl ConnectionTrait, id: CategoryId, seen: Option<i64>) -> Result<bool, DbErr> {
    let next = Expr::col(category::Column::Revision).add(1);
    let mut change = category::Entity::update_many().col_expr(category::Column::Revision, next);
    if let Some(seen) = seen {
        change = change.filter(category::Column::Revision.eq(seen));
    }
    Ok(change.filter(category::Column::Id.eq(id)).exec(db).await?.rows_affected == 1)
}

pub async fn category(db: &impl ConnectionTrait, id: CategoryId) -> Result<Option<category::Model>, DbErr> {
    category::Entity::find_by_id(id).one(db).await
}

/// The category at the root that one is below, or is itself.
pub async fn root_of(db: &impl ConnectionTrait, id: CategoryId) -> Result<CategoryId, DbErr> {
    let mut root = id;
    // A tree has no loops; the limit keeps a broken one from hanging the shop.
    for _ in 0..16 {
        match category(db, root).await?.and_then(|row| row.parent_id) {
            Some(parent) => root = parent,
            None => break,
        }
    }
    Ok(root)
}

/// Whether some category has this unique name.
pub async fn has_code(db: &impl ConnectionTrait, code: &str) -> Result<bool, DbErr> {
    Ok(category::Entity::find().filter(category::Column::Code.eq(code)).one(db).await?.is_some())
}

pub async fn set_position(db: &impl ConnectionTrait, id: CategoryId, position: i32) -> Result<(), DbErr> {
    let change = category::ActiveModel { position: Set(position), ..Default::default() };
    category::Entity::update_many().set(change).filter(category::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Puts a term into its place; one that begins at the same moment makes room.
pub async fn put_term(db: &impl ConnectionTrait, row: category_term::Model) -> Result<(), DbErr> {
    use category_term::Column::{CategoryId, Term, ValidFrom, Value};
    let newest = OnConflict::columns([CategoryId, Term, ValidFrom]).update_column(Value).to_owned();
    category_term::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Takes a term out; `false` if there is none.
pub async fn delete_term(
    db: &impl ConnectionTrait,
    id: CategoryId,
    term: Term,
    from: DateTime<Utc>,
) -> Result<bool, DbErr> {
    Ok(category_term::Entity::delete_by_id((id, term, from)).exec(db).await?.rows_affected == 1)
}

/// The rates of a category for a scene, the oldest first.
pub async fn rates_of(
    db: &impl ConnectionTrait,
    id: CategoryId,
    scene: Option<Scene>,
) -> Result<Vec<fee_rate::Model>, DbErr> {
    let rates = fee_rate::Entity::find().filter(fee_rate::Column::CategoryId.eq(id));
    let same = match scene {
        Some(scene) => fee_rate::Column::Scene.eq(scene),
        None => fee_rate::Column::Scene.is_null(),
    };
    rates.filter(same).order_by_asc(fee_rate::Column::ValidFrom).all(db).await
}

pub async fn delete_rate(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    fee_rate::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Sets when a rate ends.
pub async fn end_rate(db: &impl ConnectionTrait, id: Uuid, at: Option<DateTime<Utc>>) -> Result<(), DbErr> {
    let change = fee_rate::ActiveModel { valid_to: Set(at), ..Default::default() };
    fee_rate::Entity::update_many().set(change).filter(fee_rate::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

pub async fn insert_change(db: &impl ConnectionTrait, row: term_change::Model) -> Result<(), DbErr> {
    term_change::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn change(db: &impl ConnectionTrait, id: TermChangeId) -> Result<Option<term_change::Model>, DbErr> {
    term_change::Entity::find_by_id(id).one(db).await
}

/// The newest first: of one category or all, about some terms.
pub async fn changes(
    db: &impl ConnectionTrait,
    category: Option<CategoryId>,
    terms: &[Term],
    limit: u64,
) -> Result<Vec<term_change::Model>, DbErr> {
    let mut rows = term_change::Entity::find().filter(term_change::Column::Term.is_in(terms.iter().copied()));
    if let Some(category) = category {
        rows = rows.filter(term_change::Column::CategoryId.eq(category));
    }
    rows.order_by_desc(term_change::Column::At).order_by_desc(term_change::Column::Revision).limit(limit).all(db).await
}

/// Whether a later entry says something about the same moment of the same term: then this one is history.
pub async fn is_replaced(db: &impl ConnectionTrait, row: &term_change::Model) -> Result<bool, DbErr> {
    use term_change::Column::{Revision, ValidFrom};
    let later = standing(row.category_id, row.term, row.scene).filter(ValidFrom.eq(row.valid_from));
    Ok(later.filter(Revision.gt(row.revision)).one(db).await?.is_some())
}

/// What was said about the same moment of the same term just before, and was not taken back.
pub async fn replaced(
    db: &impl ConnectionTrait,
    row: &term_change::Model,
) -> Result<Option<term_change::Model>, DbErr> {
    use term_change::Column::{Revision, ValidFrom};
    let earlier = standing(row.category_id, row.term, row.scene).filter(ValidFrom.eq(row.valid_from));
    earlier.filter(Revision.lt(row.revision)).order_by_desc(Revision).one(db).await
}

/// The next moment after `from` for which something is said of a term.
pub async fn next_moment(
    db: &impl ConnectionTrait,
    (category, term, scene): (CategoryId, Term, Option<Scene>),
    from: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    use term_change::Column::ValidFrom;
    let later = standing(category, term, scene).filter(ValidFrom.gt(from)).order_by_asc(ValidFrom);
    later.select_only().column(ValidFrom).into_tuple().one(db).await
}

/// Entries about a term that were not taken back. To be added ahead of time is to be closed until then.
fn standing(category: CategoryId, term: Term, scene: Option<Scene>) -> Select<term_change::Entity> {
    use term_change::Column;
    let of_scene = match scene {
        Some(scene) => Column::Scene.eq(scene),
        None => Column::Scene.is_null(),
    };
    let mut terms = vec![term];
    if term == Term::Closed {
        terms.push(Term::Added);
    }
    let all = term_change::Entity::find().filter(Column::CategoryId.eq(category)).filter(Column::Term.is_in(terms));
    all.filter(of_scene).filter(Column::WithdrawnAt.is_null())
}

/// Marks an entry as taken back; `false` if it is already.
pub async fn withdraw_change(
    db: &impl ConnectionTrait,
    id: TermChangeId,
    by: Option<BuyerId>,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let change = term_change::ActiveModel { withdrawn_at: Set(Some(at)), withdrawn_by: Set(by), ..Default::default() };
    let change = term_change::Entity::update_many().set(change).filter(term_change::Column::Id.eq(id));
    Ok(change.filter(term_change::Column::WithdrawnAt.is_null()).exec(db).await?.rows_affected == 1)
}

/// Every product with its category.
pub async fn categories_of(
    db: &impl ConnectionTrait,
    products: Vec<ProductId>,
) -> Result<Vec<(ProductId, CategoryId)>, DbErr> {
    let rows = product::Entity::find().select_only().columns([product::Column::Id, product::Column::CategoryId]);
    rows.filter(product::Column::Id.is_in(products)).into_tuple().all(db).await
}

/// The names of shops.
pub async fn shop_names(db: &impl ConnectionTrait, shops: Vec<ShopId>) -> Result<Vec<(ShopId, LocalText)>, DbErr> {
    let rows = shop::Entity::find().select_only().columns([shop::Column::Id, shop::Column::Name]);
    rows.filter(shop::Column::Id.is_in(shops)).into_tuple().all(db).await
}
