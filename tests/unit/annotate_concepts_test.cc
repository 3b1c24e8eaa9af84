#include "statgrep/annotate/concepts.h"

#include <catch2/catch.hpp>
#include <vector>

#include "layers/amounts.h"

using namespace statgrep::test;

namespace {

struct Case {
  const char* text;
  const char* expected;  // see concepts_in
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(concepts_in(c.text) == c.expected);
  }
}

}  // namespace

// ---- the phrase beside the amount

TEST_CASE("an amount that modifies a phrase measures it") {
  check({{"They set a $5 fee.", "fee"},
         {"A 20 percent tax on sugar starts today.", "tax, sugar"},
         {"Traders saw a sharp 3 percent drop.", "Traders, sharp, drop"},
         {"Buyers liked the phone's 6-inch display.", "Buyers, phone, display"},
         {"The mill saw a more than 3 percent drop.", "mill, drop"},
         {"A 60-year-old widow sued the city.", "widow"},
         {"A 60 year old widow sued the city.", "widow"},
         {"The owners bought an 8 mile (13 km) trail.", "owners, trail; owners, trail"}});
}

TEST_CASE("a word of dimension or of time after the amount is not what it measures") {
  check({{"The tower is 72.7 metres long.", "tower"},
         {"The tower is 72.7 metres.", "tower"},
         {"The mill makes 286 tonnes annually.", "mill"},
         {"The mill makes 286 tonnes quarterly.", "mill"}});
}

TEST_CASE("what the amount is of or in is measured with the subject") {
  check({{"The tax was 20 percent of the price.", "tax, price"},
         {"The vendor earned $5 in fees.", "vendor, fees"},
         {"The vendor earned 5 percent in May.", "vendor"}});
}

TEST_CASE("a phrase that ends in the amount is measured") {
  check({{"The train reached a speed of 60 mph.", "train, speed"},
         {"The bank lowered its outlook to 3 percent.", "bank, outlook"},
         {"The bank cut its dividend by 3 percent.", "bank, dividend"},
         {"Prices were seen at 3 percent.", "Prices"},
         {"Rents fell, the sector 5 percent.", "sector"},
         {"Larkfield -3 percent Oakford +2 percent.", "Larkfield; Oakford"}});
}

TEST_CASE("only the last of a list is of the amount, and of a name its meaning") {
  check({{"The judge ordered prison and a fine of $500.", "fine"},
         {"The minister put the gap as the deficit at 3 percent.", "minister, deficit"}});
}

TEST_CASE("what something is, is not what the amount completes") {
  check({{"The bakery is leader by 3 percent.", "bakery"}});
}

TEST_CASE("an aside of its own or a comparison has no subject") {
  check({{"The lorries crossed the bridge, with speeds of 60 mph.", "speeds"},
         {"Rents rose faster than prices of $900.", "prices"}});
}

TEST_CASE("what the amount is for is measured, over a time between") {
  check({{"The owners paid $9,000 for a desk.", "owners, desk"},
         {"The owners paid $9,000 for the firm's 8 kW system.", "owners, system; owners, firm, system"},
         {"A speed of 60 mph for cars was seen.", "speed"},
         {"The tax is 20 percent above the duty.", "tax, duty"},
         {"The hybrid gets 29 mpg in 2020 for city trips.", "hybrid, city, trips"},
         {"The owners paid $9,000 for an 8 kW system.", "owners, system; owners, system"}});
}

TEST_CASE("an average is one of something") {
  check({{"Growers waited an average of 70 days.", "Growers, average"},
         {"Growers waited 70 days.", "Growers"}});
}

TEST_CASE("an article before a length of time opens no phrase") {
  check({{"Output fell for the last 200 days.", "Output"}});
}

TEST_CASE("a mark sets an amount to the phrase before it") {
  check({{"The gauge gave a low reading (2.4).", "gauge, low, reading"},
         {"Total: $5.", "Total"},
         {"Rents of flats in May 2023: $900.", "Rents, flats"}});
}

// ---- counts

TEST_CASE("a count has the subject, as its noun is the unit") {
  check({{"The port took 71 ships.", "port"}, {"The mill shed thousands of jobs.", "mill"}});
}

TEST_CASE("a count of a whole, and what a count is for, need no subject") {
  check({{"The channel ordered five seasons of the show.", "show"},
         {"Analysts ran a survey of seven countries.", "survey"}});
}

TEST_CASE("one of several and a part of a whole name nothing else") {
  check({{"The museum lent one of the ferries.", "-"}, {"Half of the crew left.", "-"}});
}

// ---- amounts that are said again

TEST_CASE("an amount that restates another measures the same") {
  check({{"The trail runs 8 miles (13 km).", "trail; trail"},
         {"Lenders hold 60 percent of the debt, or $3 billion.", "Lenders, debt; Lenders, debt"},
         {"Revenue reached $5 billion, up $1 billion.", "Revenue; Revenue"},
         {"Lenders hold 60 percent of the debt, up 3 percent.", "Lenders, debt; Lenders, debt"}});
}

TEST_CASE("a measure that restates a count measures what is counted") {
  check({{"The recipe takes four fillets (1 lb).", "recipe; fillets"}});
}

TEST_CASE("a phrase in its bracket or a verb between makes an amount of its own") {
  check({{"The trail runs 8 miles (13 km detour).", "trail; trail, detour"},
         {"Revenue reached $5 billion, or costs were $1 billion.", "Revenue; costs"}});
}

// ---- the subject

TEST_CASE("the subject stands before the verb and its auxiliaries") {
  check({{"Rents have not yet reached $900.", "Rents"},
         {"Rents failed to reach $900.", "Rents"},
         {"The rate is expected to increase 3 percent.", "rate"},
         {"The offence is punishable by a fine of $500.", "offence, fine"}});
}

TEST_CASE("two verbs of one subject share it") {
  check({{"The bakery moved to town and earned $40.", "bakery"}});
}

TEST_CASE("a participle has no subject of its own") {
  check({{"Lenders offering 5 percent loans are busy.", "loans"}});
}

TEST_CASE("a person says nothing of what is measured") {
  check({{"He paid $40.", "-"}, {"Rents fell and he paid $40.", "-"}});
}

TEST_CASE("who or which stands for what is before it") {
  check({{"The bakery that earned $40 million closed.", "bakery"},
         {"They closed the yard, which sold 71 ships.", "yard"}});
}

TEST_CASE("it and they stand for who was spoken of, unless a phrase is there already") {
  check({{"Rents rose, and they reached $900.", "Rents"},
         {"Rents fell, and it paid $900 for a desk.", "desk"}});
}

TEST_CASE("an aside between commas is stepped over") {
  check({{"The debt, excluding banks, was $40 billion.", "debt"}});
}

TEST_CASE("an amount may be the subject of another") {
  check({{"Five launches were worth $900.", "-; Five, launches"},
         {"A 60-year-old was fined $900.", "-; 60-year-old"},
         {"Homes from $1 million sold for 5 percent.", "Homes; Homes"},
         {"Gains of 5 percent were worth $900.", "Gains; Gains"}});
}

TEST_CASE("a label before a dash is a subject, too") {
  check({{"Larkfield — Shares of the firm rose 3 percent.", "Larkfield, Shares, firm"}});
}

TEST_CASE("with no subject, what opens the list or the object is measured") {
  check({{"Properties including: a villa, $5 million; a flat, $3 million.", "Properties; Properties"},
         {"Get the camera for $99.", "camera"}});
}

// ---- the words

TEST_CASE("a time inside a phrase belongs to it") {
  check({{"The September contract rose 2 percent.", "September, contract"},
         {"The firm's 2018 sales rose 2 percent.", "firm, 2018, sales"},
         {"In September the contract rose 2 percent.", "contract"}});
}

TEST_CASE("words of closed classes are left out") {
  check({{"The price of all the flats near it rose 3 percent.", "price, flats"},
         {"Both the sales and the rents rose 3 percent.", "sales, rents"}});
}

TEST_CASE("a phrase of the lexicon is several words, a hyphenated one is one") {
  check({{"The euro area economy grew 3 percent.", "euro, area, economy"},
         {"Low-cost flats rose 3 percent.", "Low-cost, flats"},
         {"R&D rose 3 percent.", "R&D"},
         {"Shares of Acme Inc. rose 3 percent.", "Shares, Acme, Inc."}});
}
