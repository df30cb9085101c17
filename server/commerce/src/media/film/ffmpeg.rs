//! The one program outside: run with a clean environment, no network, little time and memory, on files
//! that our own reader has already read.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use shared::UploadFault;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    process::{Child, Command},
    sync::watch,
    time::timeout,
};

/// Longest time for a whole film.
const FILM: Duration = Duration::from_secs(20 * 60);
/// Longest time for one frame.
const FRAME: Duration = Duration::from_secs(20);
/// Address space, in kibibytes.
const MEMORY: &str = "4194304";
/// Seconds of a processor.
const CPU: &str = "2400";

/// The program, where it is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ffmpeg(PathBuf);

impl Ffmpeg {
    /// Looks for it along `PATH`; `VITRINE_FFMPEG` names another one, or `off`.
    pub fn find() -> Option<Self> {
        let named = std::env::var_os("VITRINE_FFMPEG");
        if let Some(named) = named.filter(|named| !named.is_empty()) {
            return (named != "off").then(|| Self(named.into()));
        }
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join("ffmpeg")).find(|file| file.is_file()).map(Self)
    }

    fn command(&self) -> Command {
        // The shell's limits hold for what it becomes; arguments are never read as words of the shell.
        let mut command = Command::new("/bin/sh");
        let limits = format!("ulimit -v {MEMORY} -t {CPU} 2>/dev/null || ulimit -t {CPU}; exec \"$0\" \"$@\"");
        command.arg("-c").arg(limits).arg(&self.0);
        command.args(["-nostdin", "-hide_banner", "-v", "error", "-y", "-protocol_whitelist", "file", "-threads", "2"]);
        command.env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        command
    }

    /// Makes `to` of the film `from` as `how` says, and tells `done` how many milliseconds of it are.
    pub async fn film(
        &self,
        from: &Path,
        how: &[&str],
        to: &Path,
        done: &watch::Sender<u64>,
    ) -> Result<(), UploadFault> {
        let mut command = self.command();
        command.args(["-f", "mov", "-i"]).arg(from).args(["-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1"]);
        command
            .args(["-threads", "2"])
            .args(how)
            .args(["-movflags", "+faststart", "-progress", "pipe:1", "-f", "mp4"])
            .arg(to);
        let mut child = command.spawn().map_err(failed)?;
        let out = child.stdout.take();
        let listen = async {
            let Some(out) = out else { return };
            let mut lines = BufReader::new(out).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                if let Some(micros) = line.strip_prefix("out_time_us=").and_then(|text| text.parse::<u64>().ok()) {
                    done.send_replace(micros / 1_000);
                }
            }
        };
        let ended = timeout(FILM, async { tokio::join!(listen, end(child)).1 }).await;
        ended.map_err(failed)?
    }

    /// The picture at `at_ms` of the film `from`, as PNG in `to`.
    pub async fn frame(&self, from: &Path, at_ms: i64, to: &Path) -> Result<(), UploadFault> {
        let at = format!("{}.{:03}", at_ms / 1_000, at_ms % 1_000);
        let mut command = self.command();
        command.args(["-ss", &at, "-f", "mov", "-i"]).arg(from);
        command.args(["-frames:v", "1", "-vf", "scale='min(1200,iw)':-2", "-c:v", "png", "-f", "image2"]).arg(to);
        let child = command.spawn().map_err(failed)?;
        timeout(FRAME, end(child)).await.map_err(failed)?
    }
}

async fn end(mut child: Child) -> Result<(), UploadFault> {
    let mut words = String::new();
    if let Some(said) = child.stderr.take() {
        // What it says is for the log; a film cannot fill it.
        _ = said.take(2_000).read_to_string(&mut words).await;
    }
    let status = child.wait().await.map_err(failed)?;
    if status.success() {
        return Ok(());
    }
    tracing::info!(%status, words, "ffmpeg");
    Err(UploadFault::Unplayable)
}

fn failed(error: impl std::fmt::Display) -> UploadFault {
    tracing::warn!(%error, "ffmpeg");
    UploadFault::Unplayable
}
