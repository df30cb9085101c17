//! The provider beside a shop of a test: the same client and the same books, without HTTP in between.

use std::sync::{Arc, OnceLock, Weak};

use futures::{FutureExt, future::BoxFuture};

use crate::{
    Commerce, Shop,
    payment::{GatewayError, Noticed, SandboxGateway, Transport},
    sandbox::Outcome,
};

/// Carries requests to the provider's books by calling them. Weak, because the shop holds its gateway: a circle would
/// keep every test's connections open until the last.
#[derive(Default)]
pub struct Loopback(OnceLock<Weak<Shop>>);

impl std::fmt::Debug for Loopback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Loopback")
    }
}

impl Loopback {
    /// A client and the way to its provider.
    pub fn gateway(secret: &[u8; 32]) -> (Arc<Self>, SandboxGateway) {
        let loopback = Arc::new(Self::default());
        (loopback.clone(), SandboxGateway::new(loopback, secret))
    }

    /// Says where the books are.
    pub fn connect(&self, commerce: &Commerce) {
        assert!(self.0.set(Arc::downgrade(&commerce.0)).is_ok());
    }
}

impl Transport for Loopback {
    fn send<'a>(
        &'a self,
        method: &'static str,
        path: &'a str,
        authorization: String,
        body: String,
    ) -> BoxFuture<'a, Result<(u16, Vec<u8>), GatewayError>> {
        async move {
            let provider = Commerce(self.0.get().unwrap().upgrade().unwrap());
            let answer = provider.sandbox().answer(method, path, &authorization, &body).await;
            let answer = answer.map_err(GatewayError::unavailable)?;
            Ok((answer.status, answer.body))
        }
        .boxed()
    }
}

/// Plays the buyer and delivers every message; returns what each led to.
pub async fn attempt(commerce: &Commerce, payment: shared::PaymentId, outcome: Outcome) -> Vec<Noticed> {
    let mut noticed = Vec::new();
    for delivery in commerce.sandbox().attempt(payment, outcome).await.unwrap() {
        noticed.push(commerce.payment().notify(&delivery.headers, &delivery.body).await.unwrap());
    }
    noticed
}
