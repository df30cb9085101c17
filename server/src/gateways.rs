//! Which payment provider and which carrier the shop works with.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use commerce::{
    Config,
    payment::{PaymentGateway, SandboxGateway},
    shipping::{Carrier, SandboxCarrier},
};

/// The payment provider: the sandbox that this very process plays, asked over HTTP as a real one would
/// be. Without `--demo` it does not exist, and every payment is answered with `unavailable`.
pub fn payment(config: &Config, bound: SocketAddr) -> Box<dyn PaymentGateway> {
    let mut own = bound;
    if own.ip().is_unspecified() {
        own.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    Box::new(SandboxGateway::over_http(format!("http://{own}/sandbox"), &config.secret))
}

/// The carrier: the sandbox, until real ones come.
pub fn carrier() -> Box<dyn Carrier> {
    Box::new(SandboxCarrier)
}
