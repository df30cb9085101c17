//! Where the money is: a double-entry, append-only record, keyed by event and reference. Owns
//! `ledger_entry`. No balance is stored anywhere that cannot be rebuilt from it.
