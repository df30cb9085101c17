use super::machine::machine;

machine! {
    /// Where an import of products stands.
    ImportState {
        /// Read and checked; nothing has been written yet.
        Checked = "checked", 1;
        /// Being written, batch by batch.
        Running = "running", 2;
        /// All of it is there.
        Done = "done", 3;
        /// Stopped; what was written stays.
        Cancelled = "cancelled", 4;
    }
    /// What can happen to an import.
    ImportEvent {
        /// Its sender has seen the check and wants it.
        Apply,
        /// The last batch is written.
        Finish,
        /// Its sender does not want it any more.
        Cancel,
    }
    Checked + Apply => Running;
    Checked + Cancel => Cancelled;
    Running + Finish => Done;
    Running + Cancel => Cancelled;
}
