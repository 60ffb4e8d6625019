#include "model/provider.hpp"

#include <catch2/catch_test_macros.hpp>

namespace ats::model {
namespace {

Provider small_provider() {
  Provider provider;
  provider.id = "small";
  provider.fields.resize(3);
  provider.fields[0].id = "key";
  provider.fields[0].kind = FieldKind::secret;
  provider.fields[1].id = "name";
  provider.fields[2].id = "region";
  provider.fields[2].kind = FieldKind::choice;
  provider.scopes = {{"read", "See", false, true, "probe"}};
  return provider;
}

TEST_CASE("fields and scopes are found by id") {
  const Provider provider = small_provider();
  CHECK(provider.field("name") == &provider.fields[1]);
  CHECK(provider.field("none") == nullptr);
  CHECK(provider.scope("read") == &provider.scopes[0]);
  CHECK(provider.scope("write") == nullptr);
  const Catalogue catalogue{ProviderEntry{}, {"small", "Small", {}, false, {}, {}, {"read"}}};
  CHECK(find_provider(catalogue, "small") == &catalogue[1]);
  CHECK(find_provider(catalogue, "large") == nullptr);
  CHECK((catalogue[1].has_scope("read") && !catalogue[1].has_scope("write")));
}

TEST_CASE("everything that is no secret is asked on the details screen, in order") {
  const Provider provider = small_provider();
  CHECK(provider.detail_fields() == std::vector<const Field*>{&provider.fields[1], &provider.fields[2]});
  CHECK(provider.secret_fields() == std::vector<const Field*>{&provider.fields[0]});
}

TEST_CASE("fill puts values in and leaves out what it does not know") {
  CHECK(fill("{a} and {b}{c}.", {{"a", "x"}, {"b", "{a}"}}) == "x and {a}.");
  CHECK(fill("{not a name} {", {{"a", "x"}}) == "{not a name} {");
  CHECK(fill("{{a}}", {{"a", "x"}}) == "{x}");
  CHECK(fill("", {}).empty());
}

}  // namespace
}  // namespace ats::model
