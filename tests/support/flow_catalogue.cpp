#include "support/flow_samples.hpp"

namespace ats::flow::sample {
namespace {

model::Field secret_field(const std::string& id, const std::string& label) {
  model::Field field;
  field.id = id;
  field.label = label;
  field.kind = model::FieldKind::secret;
  field.clean = {model::Clean::trim};
  field.chars = {"A-Za-z0-9", "A-Za-z0-9", "A-Za-z0-9"};
  field.min = 8;
  field.max = 128;
  return field;
}

model::Field subdomain_field() {
  model::Field field;
  field.id = "subdomain";
  field.label = "Subdomain";
  field.suffix = ".north.example";
  field.address = true;
  field.clean = {model::Clean::trim, model::Clean::lower};
  field.chars = {"a-z0-9", "a-z0-9-", "a-z0-9"};
  field.min = 1;
  field.max = 63;
  model::HostRule address;
  address.suffix = ".north.example";
  address.take = model::Take::label;
  address.message = "Enter only the part before .north.example.";
  field.hosts = {address};
  return field;
}

model::Provider north() {
  model::Provider provider;
  provider.id = "north";
  provider.fields = {subdomain_field(), secret_field("api_key", "API key")};
  provider.scopes = {{"r_jobs", "Read jobs", false, true, "jobs"},
                     {"r_candidates", "Read candidates", false, true, "candidates"},
                     {"w_candidates", "Add candidates", true, false, ""}};
  provider.probes = {
      {"jobs", "Jobs", false}, {"candidates", "Candidates", false}, {"accounts", "Account", true}};
  return provider;
}

model::Provider south() {
  model::Provider provider;
  provider.id = "south";
  provider.fields = {secret_field("api_key", "API key")};
  provider.scopes = {{"read", "Read jobs", false, true, "list"}};
  provider.probes = {{"list", "Jobs", false}};
  return provider;
}

model::Provider east() {
  model::Field region;
  region.id = "region";
  region.label = "Region";
  region.kind = model::FieldKind::choice;
  region.optional = true;
  region.options = {{"eu", "Europe"}, {"us", "United States"}};
  model::Provider provider;
  provider.id = "east";
  provider.fields = {region, secret_field("key", "Key"), secret_field("secret", "Secret")};
  provider.scopes = {{"add", "Add candidates", true, true, ""}};
  return provider;
}

}  // namespace

model::Provider provider(const std::string& id) {
  return id == "north" ? north() : id == "south" ? south() : east();
}

Setup setup_without_details() {
  Setup made;
  made.catalogue = {{"north",
                     "North",
                     {"polar"},
                     false,
                     {"Subdomain"},
                     {"API key"},
                     {"r_jobs", "r_candidates", "w_candidates"}},
                    {"south", "South", {}, false, {}, {"API key"}, {"read"}},
                    {"east", "East", {}, false, {"Region"}, {"Key", "Secret"}, {"add"}}};
  return made;
}

Setup setup() {
  Setup made = setup_without_details();
  for (const model::ProviderEntry& entry : made.catalogue) made.details[entry.id] = provider(entry.id);
  return made;
}

Setup hosted_setup() {
  Setup made = setup();
  made.page.handover = model::HandoverMode::post;
  made.hosted = true;
  return made;
}

}  // namespace ats::flow::sample
