#include "flow/turn/expiry.hpp"

#include <utility>

#include "model/clean.hpp"
#include "model/date.hpp"

namespace ats::flow {
namespace {

std::string said(const Draft& draft, const char* field) {
  const auto found = draft.fields.find(field);
  return found == draft.fields.end() ? std::string{} : found->second;
}

std::string typed_date(const Draft& draft) {
  if (said(draft, expiry_field) != expiry_on_date) return {};
  return model::clean_text(said(draft, expiry_date_field), {model::Clean::trim});
}

}  // namespace

bool edit_expiry(Draft& draft, const std::string& field, const std::string& value) {
  if (field != expiry_field && field != expiry_date_field) return false;
  draft.fields[field] = value;
  return true;
}

void keep_details(Draft& draft, std::map<std::string, std::string> clean) {
  for (const char* field : {expiry_field, expiry_date_field}) {
    std::string kept = said(draft, field);
    if (!kept.empty()) clean[field] = std::move(kept);
  }
  draft.fields = std::move(clean);
}

std::optional<model::FieldProblem> expiry_problem(const State& state) {
  const std::string typed = typed_date(state.draft);
  const int day = model::day_of(typed);
  if (typed.empty() || (day != 0 && day >= state.today)) return std::nullopt;
  model::FieldProblem problem;
  problem.field = expiry_date_field;
  problem.message_key = day != 0 ? "expiry.past" : "expiry.unreadable";
  return problem;
}

int key_expires(const State& state) {
  int days = 0;
  for (const char character : said(state.draft, expiry_field)) {
    if (character < '0' || character > '9') return model::day_of(typed_date(state.draft));
    days = days * 10 + (character - '0');
  }
  return days == 0 || state.today == 0 ? 0 : state.today + days;
}

}  // namespace ats::flow
