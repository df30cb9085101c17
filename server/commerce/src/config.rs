use chrono::TimeDelta;

/// What the operator has set; every figure has a documented default. Rates and deposits are data
/// with effective dates, not configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Public address of the instance, without a slash at the end: for links and callbacks.
    pub base_url: String,
    /// The key of cookies, tokens and hashes of secrets; 32 random bytes.
    pub secret: [u8; 32],
    /// Sandbox payment and carrier, codes on screen, movable clock.
    pub demo: bool,
    /// Unpaid orders end after this (30 minutes, as in 微信小店).
    pub pay_within: TimeDelta,
    /// Unpaid orders from a live room end after this (10 minutes).
    pub pay_within_live: TimeDelta,
    /// In the demo, paid orders ship by themselves after this (1 minute); `None` waits for the shop.
    pub ship_after: Option<TimeDelta>,
    /// So long before it holds, a lower commission or the end of a plan is announced (7 days).
    pub commission_notice: TimeDelta,
}

impl Config {
    /// The defaults for an instance at `base_url` with `secret`.
    pub fn new(base_url: String, secret: [u8; 32], demo: bool) -> Self {
        Self {
            base_url,
            secret,
            demo,
            pay_within: TimeDelta::minutes(30),
            pay_within_live: TimeDelta::minutes(10),
            ship_after: demo.then(|| TimeDelta::minutes(1)),
            commission_notice: TimeDelta::days(7),
        }
    }
}
