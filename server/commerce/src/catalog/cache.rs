/// Records that change rarely, as they read at some version; dropped by outbox events.
#[derive(Debug, Default)]
pub struct Cache;
