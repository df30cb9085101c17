//! ARCHITECTURE.md draws the state machines; it must draw the ones that run.

use shared::{
    ApplicationState, CategoryRequestState, ClosingState, DepositState, EditState, ImportState, OrderState,
    PaymentState, ProductState, RefundState, SampleState, ShipmentState, UploadState, VideoState, ViolationState,
};

#[test]
fn the_architecture_page_shows_the_tables_that_run() {
    let page = include_str!("../../ARCHITECTURE.md");
    for diagram in [
        OrderState::diagram(),
        PaymentState::diagram(),
        RefundState::diagram(),
        ShipmentState::diagram(),
        ProductState::diagram(),
        ApplicationState::diagram(),
        DepositState::diagram(),
        CategoryRequestState::diagram(),
        ClosingState::diagram(),
        EditState::diagram(),
        ImportState::diagram(),
        UploadState::diagram(),
        VideoState::diagram(),
        ViolationState::diagram(),
        SampleState::diagram(),
    ] {
        assert!(page.contains(&diagram), "ARCHITECTURE.md is stale; one of its diagrams should read:\n{diagram}");
    }
}
