//! Every way a request can fail, named once.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:literal;)+) => {
        /// The stable `code` of a problem document, and the key of its message in every language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ErrorCode {
            $($(#[$doc])* $name,)+
        }

        impl ErrorCode {
            /// Every code, for tests that all have words in all languages.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code as it appears on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The HTTP status that every door answers with.
            pub const fn http_status(self) -> u16 {
                match self { $(Self::$name => $status,)+ }
            }
        }
    };
}

codes! {
    /// Something in the request is malformed or out of its limits; `fields` says what.
    Validation = "validation", 422;
    /// The caller has not said who they are.
    Unauthenticated = "unauthenticated", 401;
    /// E-mail and password, or phone and code, do not fit together.
    BadCredentials = "bad_credentials", 401;
    /// The caller may not do this, or the request came from another site.
    Forbidden = "forbidden", 403;
    /// No such thing, or none that the caller may know of.
    NotFound = "not_found", 404;
    /// It was here and has been taken away for good.
    Gone = "gone", 410;
    /// Fewer pieces left than asked for.
    OutOfStock = "out_of_stock", 409;
    /// The product is not on sale now.
    NotOnSale = "not_on_sale", 409;
    /// The total the buyer agreed to is not what the order costs now.
    PriceChanged = "price_changed", 409;
    /// More pieces than one person may buy.
    LimitExceeded = "limit_exceeded", 409;
    /// The shop does not deliver to this address.
    NoDelivery = "no_delivery", 409;
    /// The shop's deposit falls short of what its categories ask: nothing is listed until it is topped up.
    DepositShort = "deposit_short", 409;
    /// The shop is closing: nothing is listed any more.
    ShopClosing = "shop_closing", 409;
    /// Another shop is the master of this: it is changed there.
    MasterElsewhere = "master_elsewhere", 409;
    /// The product is sold by the shop it was linked from, not here.
    SoldElsewhere = "sold_elsewhere", 409;
    /// The shop has closed for good.
    ShopClosed = "shop_closed", 410;
    /// The state the thing is in does not allow this.
    IllegalTransition = "illegal_transition", 409;
    /// Someone else changed it meanwhile: look again.
    Conflict = "conflict", 409;
    /// The idempotency key was used for a different request.
    KeyReused = "key_reused", 422;
    /// The body is larger than this address takes.
    TooLarge = "too_large", 413;
    /// Not a format that this address takes.
    UnsupportedMedia = "unsupported_media", 415;
    /// The address exists, but not for this method.
    MethodNotAllowed = "method_not_allowed", 405;
    /// Too many tries; `Retry-After` says when to come back.
    RateLimited = "rate_limited", 429;
    /// A service that we depend on does not answer; nothing was lost.
    Unavailable = "unavailable", 503;
    /// Our fault; the cause is in the log, never in the answer.
    Internal = "internal", 500;
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for ErrorCode {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_name_is_the_serde_name() {
        for code in ErrorCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
