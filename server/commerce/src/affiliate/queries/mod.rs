//! All SQL of commissions and samples.

mod plan;
mod read;
mod sample;

pub use plan::{insert_plan, lock, named_now, plan, plans_of, put_named, replace_plan};
pub use read::{
    link, linked, linked_by, links_of_product, named, named_of, of_shop, offered_to, put_link, taken_in, valid,
};
pub use sample::{
    count_open, held, insert_sample, move_sample, open_for, sample, samples_of_creator, samples_of_shop, waiting,
};

#[cfg(test)]
pub mod testing {
    //! What only an older release wrote.

    use shared::{BasisPoints, CreatorId, ProductId};

    use super::super::entity::link;
    use crate::{Commerce, Error};

    pub async fn link_of_old(commerce: &Commerce, creator: CreatorId, product: ProductId, rate: BasisPoints) {
        let linked_at = commerce.clock().now();
        let row = link::Model { creator_id: creator, product_id: product, plan_id: None, rate, linked_at };
        let put = commerce.db().write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(super::put_link(tx, row).await?) })
        });
        put.await.unwrap();
    }
}
