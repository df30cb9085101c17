//! China's provinces, cities and districts.
//!
//! `data/regions.txt` is made from the package `china-division` 2.7.0 (MIT): a line per province, its
//! cities after a tab as `city:district,district`, separated by semicolons.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/regions.txt");

struct Province {
    name: &'static str,
    cities: &'static str,
}

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
    lines.map(|(name, cities)| Province { name, cities }).collect()
});

/// Every province, in the official order.
pub fn provinces() -> Vec<String> {
    PROVINCES.iter().map(|province| province.name.to_owned()).collect()
}

/// The cities of every province, for a select without scripts.
pub fn all_cities() -> Vec<(String, Vec<String>)> {
    PROVINCES
        .iter()
        .map(|province| (province.name.to_owned(), cities_of(province).map(|(city, _)| city.to_owned()).collect()))
        .collect()
}

/// The cities of one province with their districts.
pub fn cities(province: &str) -> Vec<(String, Vec<String>)> {
    let Some(province) = PROVINCES.iter().find(|known| known.name == province) else { return Vec::new() };
    let all = cities_of(province).map(|(city, districts)| {
        let districts = districts.split(',').filter(|name| !name.is_empty()).map(str::to_owned);
        (city.to_owned(), districts.collect())
    });
    all.collect()
}

fn cities_of(province: &Province) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    province.cities.split(';').filter_map(|city| city.split_once(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(provinces().len(), 34);
        let zhejiang = cities("浙江省");
        let (_, districts) = zhejiang.iter().find(|(city, _)| city == "杭州市").unwrap();
        assert!(districts.iter().any(|name| name == "西湖区"));
        assert_eq!(cities("北京市").len(), 1);
        assert!(all_cities().iter().all(|(_, cities)| !cities.is_empty()));
        assert!(cities("无").is_empty());
    }
}
