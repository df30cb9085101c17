//! What every state machine has in common.

/// The event does not apply in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} does not apply in the state {state:?}")]
pub struct IllegalTransition<S: std::fmt::Debug, E: std::fmt::Debug> {
    /// Where the thing is.
    pub state: S,
    /// What was to happen.
    pub event: E,
}

/// Defines a state enum, an event enum and the only table of legal moves between them.
macro_rules! machine {
    (
        $(#[$state_doc:meta])* $State:ident { $($(#[$s_doc:meta])* $S:ident = $s_name:literal, $s_code:literal;)+ }
        $(#[$event_doc:meta])* $Event:ident { $($(#[$e_doc:meta])* $E:ident,)+ }
        $($from:ident + $on:ident => $to:ident;)+
    ) => {
        $(#[$state_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(
            feature = "db",
            derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
            sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $State { $($(#[$s_doc])* $S,)+ }

        $(#[$event_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $Event { $($(#[$e_doc])* $E,)+ }

        impl $State {
            /// Every state.
            pub const ALL: &[Self] = &[$(Self::$S),+];

            /// Every legal move; what is not listed is illegal.
            pub const TRANSITIONS: &[(Self, $Event, Self)] = &[$((Self::$from, $Event::$on, Self::$to)),+];

            /// The state that follows `event`, or `IllegalTransition`.
            pub fn transition(self, event: $Event) -> Result<Self, super::IllegalTransition<Self, $Event>> {
                let next = Self::TRANSITIONS.iter().find(|(from, on, _)| (*from, *on) == (self, event));
                next.map(|(_, _, to)| *to).ok_or(super::IllegalTransition { state: self, event })
            }

            /// The name on the wire and in the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$S => $s_name,)+ }
            }

            /// The number it has in 微信小店's API.
            pub const fn code(self) -> i32 {
                match self { $(Self::$S => $s_code,)+ }
            }

            /// Whether nothing can happen any more.
            pub fn is_final(self) -> bool {
                !Self::TRANSITIONS.iter().any(|(from, _, _)| *from == self)
            }

            /// The table as a Mermaid diagram, for ARCHITECTURE.md.
            pub fn diagram() -> String {
                let lines = Self::TRANSITIONS.iter().map(|(from, on, to)| {
                    format!("    {} --> {}: {on:?}\n", from.as_str(), to.as_str())
                });
                std::iter::once("stateDiagram-v2\n".to_owned()).chain(lines).collect()
            }
        }

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn the_wire_name_is_the_serde_name() {
                for state in $State::ALL {
                    assert_eq!(serde_json::to_value(state).unwrap(), state.as_str());
                    assert_eq!(serde_json::from_value::<$State>(state.as_str().into()).unwrap(), *state);
                }
            }

            #[test]
            fn every_move_outside_the_table_is_refused() {
                let events = [$($Event::$E),+];
                for state in $State::ALL {
                    for event in events {
                        let listed = $State::TRANSITIONS.iter().find(|(f, o, _)| (f, o) == (state, &event));
                        assert_eq!(state.transition(event).ok(), listed.map(|(_, _, to)| *to));
                    }
                    assert_eq!(state.is_final(), events.iter().all(|e| state.transition(*e).is_err()));
                }
            }

            #[test]
            fn a_state_and_an_event_lead_to_one_place() {
                for (i, (from, on, _)) in $State::TRANSITIONS.iter().enumerate() {
                    assert!(!$State::TRANSITIONS[..i].iter().any(|(f, o, _)| (f, o) == (from, on)));
                }
            }
        }
    };
}
pub(super) use machine;
