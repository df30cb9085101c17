//! A remaining time in minutes and seconds.

use leptos::prelude::*;

/// Writes `seconds` by `pattern`, in which `{m}` and `{s}` stand for minutes and seconds.
pub fn words(seconds: i64, pattern: &str) -> String {
    let left = seconds.max(0);
    pattern.replace("{m}", &(left / 60).to_string()).replace("{s}", &format!("{:02}", left % 60))
}

/// Counts down from what the server said was left; its own clock is not asked.
pub fn countdown(seconds: i64, pattern: String) -> impl IntoView {
    let left = RwSignal::new(seconds);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let tick = move || _ = left.try_update(|left| *left = (*left - 1).max(0));
        if let Ok(handle) = set_interval_with_handle(tick, std::time::Duration::from_secs(1)) {
            on_cleanup(move || handle.clear());
        }
    });
    view! { <b class="num" role="timer">{move || words(left.get(), &pattern)}</b> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_have_two_digits_and_never_go_below_zero() {
        assert_eq!(words(892, "{m} 分 {s} 秒"), "14 分 52 秒");
        assert_eq!(words(-3, "{m}:{s}"), "0:00");
    }
}
