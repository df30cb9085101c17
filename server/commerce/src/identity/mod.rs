//! Who is who: guest tokens, accounts, one-time codes, sessions, addresses, shop members, and the
//! limits on trying. Owns `account`, `session`, `login_code`, `attempt`, `address`, `shop_member`.

mod service;
