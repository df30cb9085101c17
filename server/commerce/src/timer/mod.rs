//! What happens by itself: due rows are swept in small idempotent batches, safe on several nodes.

mod service;
