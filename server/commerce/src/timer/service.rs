use crate::{Actor, Error, Timer};

impl Timer<'_> {
    /// Runs everything that is due now, until nothing is; `System` only. Returns how many things
    /// happened. The server calls it every second, `/dev/clock` after each move of the clock.
    pub async fn run_due(&self, actor: Actor) -> Result<u64, Error> {
        let _ = actor;
        todo!("trade")
    }
}
