#include "view/account.hpp"
#include "view/form.hpp"
#include "view/page.hpp"

namespace ats::view {
namespace {

/// Where to look for it, in the address that the person knows.
void add_address(Page& page, const model::Field& field) {
  if (!field.address || field.suffix.empty() || field.example.empty()) return;
  page.add("address", page.say("address.look", {{"suffix", field.suffix}}),
           Address{"https://", field.example, field.suffix});
}

}  // namespace

void describe(Page& page, const flow::EnteringDetails& screen) {
  if (page.provider == nullptr) return;
  const std::vector<const model::Field*> fields = page.provider->detail_fields();
  page.title(fields.size() == 1 && fields[0]->address ? "address" : "details");
  add_relink_reason(page);
  const FormTrouble trouble{screen.problems, screen.refused, fields.empty() ? std::string{} : fields[0]->id};
  for (const model::Field* field : fields) {
    add_address(page, *field);
    add_field(page, *field, trouble);
  }
  announce_trouble(page, trouble);
  page.primary("form.next", flow::DetailsSubmitted{});
}

}  // namespace ats::view
