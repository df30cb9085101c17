//! Where the shops of the demo sell, and what they left as security for it.

use commerce::{Actor, Commerce, sandbox::Outcome};
use shared::{ErrorCode, Locale, dto::PaymentMethod};

use super::{Made, people::Owners};

/// Lets every shop sell what it shows, and lets its owner pay the deposit of that.
pub async fn leave(shop: &Commerce, made: &Made, owners: &Owners) -> anyhow::Result<()> {
    for (id, category) in &made.places {
        shop.deposit().grant(Actor::System, *id, *category).await?;
    }
    for owner in owners.values() {
        for mine in shop.catalog().my_shops(*owner, Locale::ZhCn).await? {
            let due = match shop.deposit().top_up(*owner, mine.id).await {
                Ok(due) => due,
                // Nothing is asked there.
                Err(error) if error.code() == ErrorCode::IllegalTransition => continue,
                Err(error) => return Err(error.into()),
            };
            let payment = shop.payment().pay_deposit(*owner, shop.new_key(), due, PaymentMethod::Wechat).await?;
            for message in shop.sandbox().attempt(payment.payment_id, Outcome::Success).await? {
                shop.payment().notify(&message.headers, &message.body).await?;
            }
        }
    }
    Ok(())
}
