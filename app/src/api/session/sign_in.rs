use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Failure;

/// Phone and code, or e-mail and password.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// The number that the code was sent to.
    pub phone: String,
    /// Six digits.
    pub code: String,
    /// Account name.
    pub email: String,
    /// Secret.
    pub password: String,
    /// The page to go on with.
    pub next: String,
}

/// Opens a session and puts it into the browser's cookie; cart and orders of the guest come along.
#[server(prefix = "/fn", endpoint = "session/sign_in")]
pub async fn sign_in(#[server(flatten)] form: SignInForm) -> Result<(), Failure> {
    use shared::{Email, dto::Credentials};

    use crate::{
        api::{answer, fail, read, session_cookie},
        context::{caller, shop},
    };

    async fn enter(form: &SignInForm) -> Result<(), commerce::Error> {
        let credentials = if form.email.is_empty() && form.password.is_empty() {
            let code = form.code.trim().to_owned();
            if code.len() != 6 {
                return Err(commerce::Error::Invalid(vec!["code"]));
            }
            Credentials::Code { phone: read::phone(&form.phone)?, code }
        } else {
            let email = Email::try_from(form.email.clone()).map_err(|_| commerce::Error::Invalid(vec!["email"]))?;
            Credentials::Password { email, password: form.password.clone() }
        };
        let session = shop()?.identity().sign_in(caller().actor, credentials).await?;
        session_cookie::keep(&session.token);
        Ok(())
    }
    let sent = if form.phone.is_empty() { "" } else { "1" };
    let typed = [("phone", form.phone.as_str()), ("email", &form.email), ("next", &form.next), ("sent", sent)];
    let next = if form.next.is_empty() { "/me" } else { &form.next };
    answer::answer(enter(&form).await.map_err(fail), |()| next.to_owned(), "/login", &typed)
}
