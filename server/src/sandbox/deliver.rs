use std::{sync::OnceLock, time::Duration};

use commerce::{Commerce, sandbox::Delivery};

/// Waits between the tries of one message.
const PAUSES: [Duration; 3] = [Duration::ZERO, Duration::from_millis(200), Duration::from_secs(1)];
const TIMEOUT: Duration = Duration::from_secs(5);

/// Sends messages to the shop over HTTP, in order, each until it is taken or the tries are used up:
/// what is lost then is healed by the shop's own questions. Returns whether all were taken.
pub async fn deliver(commerce: &Commerce, deliveries: &[Delivery]) -> bool {
    let url = format!("{}/api/v1/payments/notify", commerce.config().base_url);
    let mut all = true;
    for delivery in deliveries {
        all &= one(&url, delivery).await;
    }
    all
}

async fn one(url: &str, Delivery { headers, body }: &Delivery) -> bool {
    let Some(client) = client() else { return false };
    for pause in PAUSES {
        tokio::time::sleep(pause).await;
        let request = client
            .post(url)
            .header("content-type", "application/json")
            .header("wechatpay-timestamp", &headers.timestamp)
            .header("wechatpay-nonce", &headers.nonce)
            .header("wechatpay-signature", &headers.signature)
            .header("wechatpay-serial", &headers.serial);
        match request.body(body.clone()).send().await {
            Ok(answer) if answer.status().is_success() => return true,
            Ok(answer) => tracing::warn!(status = answer.status().as_u16(), "a notification was not taken"),
            Err(error) => tracing::warn!(%error, "a notification did not arrive"),
        }
    }
    false
}

/// One client for all messages, so that connections are kept.
fn client() -> Option<&'static reqwest::Client> {
    static CLIENT: OnceLock<Option<reqwest::Client>> = OnceLock::new();
    let make = || reqwest::Client::builder().timeout(TIMEOUT).tcp_nodelay(true).no_proxy().build().ok();
    CLIENT.get_or_init(make).as_ref()
}
