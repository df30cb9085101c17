use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Violations with their papers, what follows from them for shops, the review of clips, and who read what the
    /// operator's desk masks.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // Nothing but tests ever wrote into the first form of it; whoever still runs only counts its rows.
        schema.drop_table(Table::drop().table("violation").to_owned()).await?;
        for table in [violation(), paper(), paper_access(), violation_rule(), contact_access(), clip_rule()] {
            schema.create_table(table).await?;
        }
        // One column per statement: SQLite knows no other way.
        for (table, column) in [
            ("shop", boolean("no_listing").default(false).to_owned()),
            ("shop", boolean("suspended").default(false).to_owned()),
            ("video", boolean("passed").default(false).to_owned()),
            ("video", integer("round").default(0).to_owned()),
            ("video", json_binary("reasons").default("[]").to_owned()),
            ("video", timestamp_with_time_zone_null("queued_at")),
        ] {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        // Whatever was out before any rule asked for a review is good.
        let db = schema.get_connection();
        db.execute_unprepared("UPDATE video SET passed = TRUE WHERE state <> 'draft'").await?;
        for (name, table, columns) in [
            ("violation_account", "violation", vec!["account_id", "closed_at"]),
            ("violation_shop", "violation", vec!["shop_id", "closed_at"]),
            ("violation_target", "violation", vec!["target_id"]),
            ("violation_state", "violation", vec!["state", "opened_at"]),
            ("violation_end", "violation", vec!["closed_at", "ends_at"]),
            ("violation_paper_violation", "violation_paper", vec!["violation_id"]),
            ("violation_access_violation", "violation_access", vec!["violation_id", "at"]),
            ("contact_access_account", "contact_access", vec!["account_id", "at"]),
            ("video_queue", "video", vec!["state", "queued_at"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        Ok(())
    }
}

fn violation() -> TableCreateStatement {
    Table::create()
        .table("violation")
        .col(uuid("id").primary_key())
        .col(text("target"))
        .col(uuid("target_id"))
        .col(uuid_null("account_id"))
        .col(uuid_null("shop_id"))
        .col(text("kind"))
        .col(text("severity"))
        .col(text("effect"))
        .col(text("state"))
        .col(big_integer("version"))
        .col(json_binary("subject"))
        .col(json_binary("notice"))
        .col(text_null("restores"))
        .col(uuid_null("recorded_by"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(timestamp_with_time_zone("appeal_by"))
        .col(text_null("appeal"))
        .col(timestamp_with_time_zone_null("appealed_at"))
        .col(text_null("decision"))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(ForeignKey::create().from("violation", "shop_id").to("shop", "id"))
        .to_owned()
}

fn paper() -> TableCreateStatement {
    Table::create()
        .table("violation_paper")
        .col(uuid("id").primary_key())
        .col(uuid("violation_id"))
        .col(boolean("theirs"))
        .col(boolean("pdf"))
        .col(big_integer("size"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("violation_paper", "violation_id").to("violation", "id"))
        .to_owned()
}

fn paper_access() -> TableCreateStatement {
    Table::create()
        .table("violation_access")
        .col(uuid("id").primary_key())
        .col(uuid("violation_id"))
        .col(uuid("paper_id"))
        .col(uuid_null("reader"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("violation_access", "violation_id").to("violation", "id"))
        .to_owned()
}

/// One row, of the nil id.
fn violation_rule() -> TableCreateStatement {
    Table::create()
        .table("violation_rule")
        .col(uuid("id").primary_key())
        .col(integer("appeal_days"))
        .check(Expr::cust("appeal_days > 0"))
        .to_owned()
}

fn contact_access() -> TableCreateStatement {
    Table::create()
        .table("contact_access")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(uuid_null("reader"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

/// One row, of the nil id.
fn clip_rule() -> TableCreateStatement {
    Table::create().table("clip_rule").col(uuid("id").primary_key()).col(boolean("review")).to_owned()
}
