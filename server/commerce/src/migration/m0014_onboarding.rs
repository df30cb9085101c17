use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Who may open a showcase: rules, applications with their papers and rounds, agreements; deposits and
    /// the payments of them; messages.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [real_name(), violation(), eligibility_rule(), opening_policy(), category_paper(), agreement()] {
            schema.create_table(table).await?;
        }
        for table in [application(), round(), document(), document_access(), signature(), deposit(), message()] {
            schema.create_table(table).await?;
        }
        let of_deposit = Table::alter().table("payment").add_column(uuid_null("deposit_id")).to_owned();
        schema.alter_table(of_deposit).await?;
        for (name, table, columns) in [
            ("violation_account", "violation", vec!["account_id"]),
            ("application_account", "application", vec!["account_id", "created_at"]),
            ("application_queue", "application", vec!["state", "submitted_at"]),
            ("application_due", "application", vec!["due_at"]),
            ("document_application", "document", vec!["application_id"]),
            ("document_access_application", "document_access", vec!["application_id", "at"]),
            ("deposit_shop", "deposit", vec!["shop_id"]),
            ("deposit_application", "deposit", vec!["application_id"]),
            ("message_account", "message", vec!["account_id", "at"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        let version =
            Index::create().name("agreement_version").table("agreement").col("kind").col("version").unique().to_owned();
        schema.create_index(version).await
    }
}

fn real_name() -> TableCreateStatement {
    Table::create()
        .table("real_name")
        .col(uuid("account_id").primary_key())
        .col(text("sealed"))
        .col(string_len("masked", 32))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn violation() -> TableCreateStatement {
    Table::create()
        .table("violation")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .to_owned()
}

fn eligibility_rule() -> TableCreateStatement {
    Table::create()
        .table("eligibility_rule")
        .col(uuid("id").primary_key())
        .col(text("kind"))
        .col(text_null("mode"))
        .col(big_integer("wanted"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(timestamp_with_time_zone_null("valid_to"))
        .to_owned()
}

fn opening_policy() -> TableCreateStatement {
    Table::create()
        .table("opening_policy")
        .col(uuid("id").primary_key())
        .col(text("deposit_by"))
        .col(big_integer("least_minor"))
        .col(integer("review_hours"))
        .col(integer("pay_hours"))
        .col(timestamp_with_time_zone("valid_from"))
        .check(Expr::cust("least_minor >= 0 AND review_hours > 0 AND pay_hours > 0"))
        .to_owned()
}

fn category_paper() -> TableCreateStatement {
    Table::create()
        .table("category_paper")
        .col(uuid("category_id").primary_key())
        .col(json_binary("name"))
        .foreign_key(ForeignKey::create().from("category_paper", "category_id").to("category", "id"))
        .to_owned()
}

fn agreement() -> TableCreateStatement {
    Table::create()
        .table("agreement")
        .col(uuid("id").primary_key())
        .col(text("kind"))
        .col(integer("version"))
        .col(json_binary("title"))
        .col(json_binary("body"))
        .col(string_len("hash", 64))
        .col(timestamp_with_time_zone("valid_from"))
        .to_owned()
}

/// `live` is the applicant as long as the application is not void, `handle` the name it has reserved: one of
/// each at a time.
fn application() -> TableCreateStatement {
    Table::create()
        .table("application")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(uuid_null("live").unique_key())
        .col(string_len_null("handle", 32).unique_key())
        .col(text("state"))
        .col(json_binary("form"))
        .col(big_integer("version"))
        .col(integer("round"))
        .col(uuid("shop_id").unique_key())
        .col(uuid_null("avatar"))
        .col(uuid_null("cover"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("deadline"))
        .col(timestamp_with_time_zone_null("due_at"))
        .to_owned()
}

fn round() -> TableCreateStatement {
    Table::create()
        .table("application_round")
        .col(uuid("application_id"))
        .col(integer("number"))
        .col(timestamp_with_time_zone("at"))
        .col(json_binary("snapshot"))
        .col(json_binary("verdicts"))
        .col(boolean_null("approved"))
        .col(uuid_null("reviewer"))
        .col(timestamp_with_time_zone_null("judged_at"))
        .primary_key(Index::create().col("application_id").col("number"))
        .foreign_key(ForeignKey::create().from("application_round", "application_id").to("application", "id"))
        .to_owned()
}

fn document() -> TableCreateStatement {
    Table::create()
        .table("document")
        .col(uuid("id").primary_key())
        .col(uuid("application_id"))
        .col(text("kind"))
        .col(uuid_null("category_id"))
        .col(boolean("pdf"))
        .col(big_integer("size"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("replaced_at"))
        .foreign_key(ForeignKey::create().from("document", "application_id").to("application", "id"))
        .to_owned()
}

fn document_access() -> TableCreateStatement {
    Table::create()
        .table("document_access")
        .col(uuid("id").primary_key())
        .col(uuid("application_id"))
        .col(uuid_null("document_id"))
        .col(uuid_null("reader"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("document_access", "application_id").to("application", "id"))
        .to_owned()
}

fn signature() -> TableCreateStatement {
    Table::create()
        .table("signature")
        .col(uuid("application_id"))
        .col(uuid("agreement_id"))
        .col(string_len("hash", 64))
        .col(uuid("signer"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("application_id").col("agreement_id"))
        .foreign_key(ForeignKey::create().from("signature", "application_id").to("application", "id"))
        .foreign_key(ForeignKey::create().from("signature", "agreement_id").to("agreement", "id"))
        .to_owned()
}

fn deposit() -> TableCreateStatement {
    Table::create()
        .table("deposit")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid("payer"))
        .col(uuid("application_id"))
        .col(text("state"))
        .col(big_integer("amount_minor"))
        .col(char_len("currency", 3))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("pay_by"))
        .col(uuid_null("payment_id"))
        .col(timestamp_with_time_zone_null("paid_at"))
        .check(Expr::cust("amount_minor > 0"))
        .foreign_key(ForeignKey::create().from("deposit", "application_id").to("application", "id"))
        .to_owned()
}

fn message() -> TableCreateStatement {
    Table::create()
        .table("message")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(string_len("kind", 48))
        .col(json_binary("parts"))
        .col(text("link"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("read_at"))
        .to_owned()
}
