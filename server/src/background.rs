//! What runs beside the requests: the shop's timers, its imports and the reader of its outbox.

use std::time::{Duration, Instant};

use commerce::{
    Actor, Commerce,
    outbox::{Dispatcher, Event},
};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{MissedTickBehavior, interval},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::ops::metrics;

const TIMERS: Duration = Duration::from_secs(1);
const PICTURES: Duration = Duration::from_millis(250);
const IMPORTS: Duration = Duration::from_millis(500);
const OUTBOX: Duration = Duration::from_millis(250);

/// Everything that was started; it ends together.
pub struct Background {
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Background {
    /// Starts the timers, and `dispatcher` with the figures that listen to it.
    pub fn start(commerce: &Commerce, dispatcher: Dispatcher) -> Self {
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        tasks.spawn(count(dispatcher.events(), stop.clone()));
        tasks.spawn(read_outbox(dispatcher, stop.clone()));
        tasks.spawn(run_timers(commerce.clone(), stop.clone()));
        tasks.spawn(run_imports(commerce.clone(), stop.clone()));
        tasks.spawn(make_clips(commerce.clone(), stop.clone()));
        tasks.spawn(make_pictures(commerce.clone(), stop.clone()));
        Self { tasks, stop }
    }

    /// Lets each task finish what it is doing, then ends it.
    pub async fn stop(self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}

/// Does every second what has become due. What fails is due again the next second.
async fn run_timers(commerce: Commerce, stop: CancellationToken) {
    let mut tick = interval(TIMERS);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(tick.tick()).await.is_some() {
        match commerce.timer().run_due(Actor::System).await {
            Ok(count) => metrics::timers_ran(count),
            Err(error) => tracing::error!(?error, "timers"),
        }
        metrics::tidy();
    }
}

/// Writes what shops import, a file at a time; beside the timers, which must not wait behind it.
async fn run_imports(commerce: Commerce, stop: CancellationToken) {
    let mut tick = interval(IMPORTS);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(tick.tick()).await.is_some() {
        loop {
            match commerce.catalog().run_imports(Actor::System).await {
                Ok(0) => break,
                Ok(_) if stop.is_cancelled() => return,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(?error, "import");
                    break;
                }
            }
        }
    }
}

/// Makes uploaded films ready, one at a time: each takes minutes of the processor. Asked to stop, it drops
/// what it does; this or another node takes it over.
async fn make_clips(commerce: Commerce, stop: CancellationToken) {
    let mut tick = interval(TIMERS);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(tick.tick()).await.is_some() {
        let Some(made) = stop.run_until_cancelled(commerce.video().take_in(Actor::System)).await else { return };
        if let Err(error) = made {
            tracing::error!(?error, "a film has to wait");
        }
    }
}

/// Draws uploaded pictures anew; somebody waits for each of them before their eyes.
async fn make_pictures(commerce: Commerce, stop: CancellationToken) {
    let mut tick = interval(PICTURES);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(tick.tick()).await.is_some() {
        loop {
            let Some(made) = stop.run_until_cancelled(commerce.media().take_in_picture(Actor::System)).await else {
                return;
            };
            match made {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::error!(?error, "a picture has to wait");
                    break;
                }
            }
        }
    }
}

async fn read_outbox(mut dispatcher: Dispatcher, stop: CancellationToken) {
    let mut tick = interval(OUTBOX);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut read = Instant::now();
    while stop.run_until_cancelled(tick.tick()).await.is_some() {
        match dispatcher.poll(Actor::System).await {
            Ok(_) => read = Instant::now(),
            Err(error) => tracing::error!(?error, "outbox"),
        }
        metrics::outbox_lag(read.elapsed());
    }
}

async fn count(mut events: Receiver<Event>, stop: CancellationToken) {
    while let Some(event) = stop.run_until_cancelled(events.recv()).await {
        match event {
            Ok(event) => metrics::happened(&event.kind),
            Err(RecvError::Lagged(missed)) => tracing::warn!(missed, "events not counted"),
            Err(RecvError::Closed) => return,
        }
    }
}
