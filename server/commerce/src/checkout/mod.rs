//! What a basket costs: lines by shop, freight, limits, invalid reasons. Owns no table.

mod service;
