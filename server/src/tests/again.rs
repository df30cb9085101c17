//! What was typed into a form that comes back is there again, however long it is.

use axum::http::{Request, StatusCode};
use commerce::Actor;
use shared::{Email, dto::Credentials};

use super::{Answer, Server};

async fn operator(server: &Server) -> String {
    let email = Email::try_from("operator@shop.test".to_owned()).unwrap();
    let identity = server.commerce.identity();
    identity.create_account(Actor::System, email.clone(), "correct horse", "Operator", true).await.unwrap();
    let credentials = Credentials::Password { email, password: "correct horse".into() };
    identity.sign_in(Actor::Nobody, credentials).await.unwrap().token
}

/// The next version of an agreement, planned for a day that has been.
async fn publish(server: &Server, token: &str, body: &str) -> Answer {
    let request = Request::post("/fn/console/agreement").header("accept", "text/html");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let request = request.header("cookie", format!("vitrine_session={token}"));
    let form = format!("kind=service&title_zh=A&title_en=A&body_zh={body}&body_en={body}&from=2020-01-01");
    server.send(request, form).await
}

#[tokio::test]
async fn a_long_form_is_shown_in_the_answer_itself() {
    let server = Server::new().await;
    let token = operator(&server).await;
    let long = "x".repeat(9_000);
    let answer = publish(&server, &token, &long).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.header("location"));
    assert!(answer.header("content-location").starts_with("/console/agreements?kind=service&error=validation"));
    assert!(answer.header("content-type").starts_with("text/html"));
    assert!(!answer.header("content-security-policy").is_empty());
    assert_eq!(answer.body.matches(&long).count(), 2, "both languages");
    assert!(answer.body.contains("2020-01-01"));
    // Nobody else is shown it, nor its writer a second time.
    let next = server
        .send(Request::get("/console/agreements?kind=service").header("cookie", format!("vitrine_session={token}")), "")
        .await;
    assert!(!next.body.contains(&long));
}

#[tokio::test]
async fn a_short_one_is_led_back() {
    let server = Server::new().await;
    let token = operator(&server).await;
    let answer = publish(&server, &token, "short").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.header("location").starts_with("/console/agreements?kind=service&error=validation"));
    assert!(answer.cookies().iter().any(|cookie| cookie.starts_with("vitrine_form=")));
}
