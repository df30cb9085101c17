use super::Buy;

/// English.
pub static EN: Buy = Buy {
    cart: "Bag",
    checkout: "Checkout",
    pay: "Cashier",
    order: "Order",
    orders: "My orders",
    login: "Sign in",
    me: "Me",
    addresses: "Addresses",
    lookup: "Find an order",
};
