#include <catch2/catch_test_macros.hpp>

#include <string>

#include "model/text_shapes.hpp"

using ats::model::may_be_key;

TEST_CASE("the names that people give an ATS are no keys", "[model]") {
  for (const char* name :
       {"Workday", "SmartRecruiters", "SAP SuccessFactors Recruiting", "SuccessFactorsRecruiting", "iCIMS",
        "Oracle Taleo Enterprise Edition 2026", "d.vinci", "rexx systems", "Personio (Bewerbermanagement)",
        "bewerbermanagementsystem", "recruiting.example.com", "https://www.example.com", "UKG Pro",
        "採用管理", "100Hires", "Jobvite/Employ", "нанимай", "BEWERBERMANAGEMENT"}) {
    CAPTURE(name);
    CHECK_FALSE(may_be_key(name));
  }
}

TEST_CASE("what has the shape of a key, wherever it stands in a text, may be one", "[model]") {
  for (const char* key :
       {"0123456789abcdef", "my key: 9f86d081884c7d659a2feaa0c55ad015",
        "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "a3bb189e-8bf9-3888-9912-ace4e6543002",
        "\"sk_live_4eC39HqLyjWDarjtT1zdp7dc\"",
        // Without a digit it is the capitals that tell, or the length.
        "aGkJbWvQzPxLmNsT", "qWeRtYuIoPaSdFgH", "zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponmlk"}) {
    CAPTURE(key);
    CHECK(may_be_key(key));
  }
}
