use super::Buy;

/// Simplified Chinese.
pub static ZH_CN: Buy = Buy {
    cart: "购物袋",
    checkout: "确认订单",
    pay: "收银台",
    order: "订单",
    orders: "我的订单",
    login: "登录",
    me: "我的",
    addresses: "收货地址",
    lookup: "查订单",
};
