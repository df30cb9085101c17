use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Accounts, their sessions and addresses, one-time codes, and how often who has tried what.
    /// Guests have no row: their token is all there is of them.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [account(), session(), login_code(), attempt(), address(), shop_member()] {
            schema.create_table(table).await?;
        }
        for (name, table, column) in [
            ("session_account", "session", "account_id"),
            ("session_expiry", "session", "expires_at"),
            ("address_buyer", "address", "buyer_id"),
            ("shop_member_account", "shop_member", "account_id"),
        ] {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(string_null("email").unique_key())
        .col(string_null("phone").unique_key())
        .col(text_null("password"))
        .col(string("name"))
        .col(boolean("operator"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(string_len("token_hash", 64).primary_key())
        .col(uuid("account_id"))
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(ForeignKey::create().from("session", "account_id").to("account", "id"))
        .to_owned()
}

fn login_code() -> TableCreateStatement {
    Table::create()
        .table("login_code")
        .col(string("phone").primary_key())
        .col(string_len("code_hash", 64))
        .col(integer("tries"))
        .col(timestamp_with_time_zone("expires_at"))
        .to_owned()
}

fn attempt() -> TableCreateStatement {
    Table::create()
        .table("attempt")
        .col(string_len("action", 24))
        .col(string_len("subject", 64))
        .col(big_integer("tries"))
        .col(timestamp_with_time_zone("since"))
        .primary_key(Index::create().col("action").col("subject"))
        .to_owned()
}

fn address() -> TableCreateStatement {
    Table::create()
        .table("address")
        .col(uuid("id").primary_key())
        .col(uuid("buyer_id"))
        .col(json_binary("address"))
        .col(boolean("is_default"))
        .col(timestamp_with_time_zone("changed_at"))
        .to_owned()
}

fn shop_member() -> TableCreateStatement {
    Table::create()
        .table("shop_member")
        .col(uuid("shop_id"))
        .col(uuid("account_id"))
        .primary_key(Index::create().col("shop_id").col("account_id"))
        .foreign_key(ForeignKey::create().from("shop_member", "account_id").to("account", "id"))
        .to_owned()
}
