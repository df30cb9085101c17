//! What the operator asks of products.

use shared::{
    AttributeName, CategoryId, ErrorCode, Locale, ShopId,
    dto::{AttributeChoice, CategoryChoice, FreightChoice, ProductRule},
};
use uuid::Uuid;

use super::rules::{Rules, required, review};
use crate::{
    Actor, Catalog, Error,
    catalog::{entity::product_rule, queries, record::categories},
};

/// Words that the list of banned ones may hold.
const MOST_WORDS: usize = 2_000;

impl Catalog<'_> {
    /// The rules by category, the one for all first; for operators.
    pub async fn product_rules(&self, actor: Actor) -> Result<Vec<ProductRule>, Error> {
        require_operator(actor)?;
        let rows = queries::product_rules(self.shop().db.read()).await?;
        let rule = |row: product_rule::Model| ProductRule {
            category: Some(row.category_id).filter(|id| !id.is_nil()).map(CategoryId),
            review: review(&row),
            floor_minor: row.floor_minor,
            required: required(&row),
        };
        Ok(rows.into_iter().map(rule).collect())
    }

    /// Sets the rule of a category; for operators. `Invalid` (`category`, `floor`, `required`).
    pub async fn set_product_rule(&self, actor: Actor, rule: ProductRule) -> Result<(), Error> {
        require_operator(actor)?;
        let known = categories(self.0, self.shop().db.read()).await?;
        if rule.category.is_some_and(|id| !known.contains(id)) {
            return Err(Error::Invalid(vec!["category"]));
        }
        if rule.floor_minor.is_some_and(|floor| !(1..=1_000_000_000).contains(&floor)) {
            return Err(Error::Invalid(vec!["floor"]));
        }
        if rule.required.len() > 60 || rule.required.iter().any(|key| key.is_empty() || key.len() > 64) {
            return Err(Error::Invalid(vec!["required"]));
        }
        let name = serde_json::to_value(rule.review).map_err(Error::failed("writing a rule"))?;
        let row = product_rule::Model {
            category_id: rule.category.map_or(Uuid::nil(), |id| id.0),
            review: name.as_str().unwrap_or_default().to_owned(),
            floor_minor: rule.floor_minor,
            required: rule.required.into(),
        };
        self.shop().db.write(move |tx| Box::pin(queries::save_product_rule(tx, row.clone()))).await?;
        Ok(())
    }

    /// Takes the rule of a category back: what is asked of the one above it, or of all, is asked of it again; without a
    /// category, nothing is asked of all. For operators. `NotFound` without one.
    pub async fn remove_product_rule(&self, actor: Actor, category: Option<CategoryId>) -> Result<(), Error> {
        require_operator(actor)?;
        let id = category.map_or(Uuid::nil(), |id| id.0);
        let removed = self.shop().db.write(move |tx| Box::pin(queries::delete_product_rule(tx, id))).await?;
        if removed { Ok(()) } else { Err(ErrorCode::NotFound.into()) }
    }

    /// The words that no product may use; for operators.
    pub async fn banned_words(&self, actor: Actor) -> Result<Vec<String>, Error> {
        require_operator(actor)?;
        Ok(queries::banned_words(self.shop().db.read()).await?)
    }

    /// Replaces that list; for operators. `Invalid` (`words`): one of 1 to 40 characters each, 2,000 at most.
    pub async fn set_banned_words(&self, actor: Actor, words: Vec<String>) -> Result<(), Error> {
        require_operator(actor)?;
        let mut words: Vec<_> = words.iter().map(|word| word.trim().to_lowercase()).collect();
        words.retain(|word| !word.is_empty());
        words.sort();
        words.dedup();
        if words.len() > MOST_WORDS || words.iter().any(|word| word.chars().count() > 40) {
            return Err(Error::Invalid(vec!["words"]));
        }
        self.shop().db.write(move |tx| Box::pin(queries::replace_banned_words(tx, words.clone()))).await?;
        Ok(())
    }

    /// Every category that a product can be put into, with what it has to state there and whether the shop sells there;
    /// for members of the shop.
    pub async fn category_choices(
        &self,
        actor: Actor,
        shop: ShopId,
        locale: Locale,
    ) -> Result<Vec<CategoryChoice>, Error> {
        self.0.identity().require_duty(actor, shop, shared::Duty::Products).await?;
        let rules = Rules::of_shop(self.shop().db.read(), shop).await?;
        self.choices(rules, locale).await
    }

    /// The same for operators, who belong to no shop.
    pub async fn all_categories(&self, actor: Actor, locale: Locale) -> Result<Vec<CategoryChoice>, Error> {
        require_operator(actor)?;
        self.choices(Rules::read(self.shop().db.read()).await?, locale).await
    }

    async fn choices(&self, rules: Rules, locale: Locale) -> Result<Vec<CategoryChoice>, Error> {
        let db = self.shop().db.read();
        let all = categories(self.0, db).await?;
        let now = self.shop().clock.now();
        let mut choices = Vec::new();
        for id in all.leaves() {
            let asked = rules.asked(self.0, db, id).await?;
            let attribute = |attribute: &AttributeName| AttributeChoice {
                key: attribute.key.clone(),
                name: attribute.name.get(locale).to_owned(),
                kind: attribute.kind,
                required: asked.required.contains(&attribute.key),
                options: attribute.options.clone(),
            };
            choices.push(CategoryChoice {
                id,
                code: all.code(id).to_owned(),
                path: all.path(id, locale),
                attributes: all.attributes(id).into_iter().map(attribute).collect(),
                fee: all.fee(id, shared::Scene::Showcase, now),
                closed: asked.closed,
                held: asked.held,
            });
        }
        Ok(choices)
    }

    /// The delivery prices that the shop's products may name; for its members.
    pub async fn freight_choices(&self, actor: Actor, shop: ShopId) -> Result<Vec<FreightChoice>, Error> {
        self.0.identity().require_duty(actor, shop, shared::Duty::Products).await?;
        let rows = queries::freight_of_shop(self.shop().db.read(), shop).await?;
        let choice = |row: crate::catalog::entity::freight_template::Model| FreightChoice {
            id: row.id,
            free_from_minor: row.template.free_from_fen,
            from_minor: row.template.rules.iter().map(|rule| rule.first_fen).min().unwrap_or_default(),
        };
        Ok(rows.into_iter().map(choice).collect())
    }
}

/// `Forbidden` unless the operator or the shop itself asks.
pub fn require_operator(actor: Actor) -> Result<(), Error> {
    if matches!(actor, Actor::System | Actor::Operator(_)) { Ok(()) } else { Err(ErrorCode::Forbidden.into()) }
}
