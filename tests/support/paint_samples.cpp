#include "support/paint_samples.hpp"

#include <utility>

using ats::view::Button;
using ats::view::Node;
using ats::view::NodeKind;
using ats::view::ViewModel;

namespace {

ViewModel screen(const char* name, const char* heading, const char* lead) {
  ViewModel view;
  view.screen = name;
  view.step = 3;
  view.steps = 7;
  view.progress = "Schritt 3 von 7";
  view.heading = heading;
  view.lead = lead;
  view.can_go_back = true;
  view.host_tile = "TH";
  view.host_name = "Talenthafen";
  view.ats_tile = "Wo";
  view.ats_name = "Workable";
  view.back_label = "Zurück";
  view.close_label = "Schließen";
  view.help_label = "Hilfe bekommen";
  view.text_view_label = "Textansicht";
  return view;
}

Node& add(ViewModel& view, NodeKind kind, const char* id, const char* label) {
  Node& node = view.nodes.emplace_back();
  node.kind = kind;
  node.id = id;
  node.label = label;
  return node;
}

}  // namespace

ViewModel picker_screen() {
  ViewModel view =
      screen("provider", "Verbinde dein Bewerbermanagementsystem", "Wähle das System, mit dem du arbeitest.");
  view.ats_tile = view.ats_name = "";
  view.can_go_back = false;
  Node& search = add(view, NodeKind::field, "search", "Integrationen durchsuchen");
  search.input = "search";
  for (const auto& [id, name] : {std::pair{"choice:a", "Ashby"}, std::pair{"choice:b", "SmartRecruiters"}}) {
    Node& choice = add(view, NodeKind::choice, id, name);
    choice.tile = "SR";
    choice.help = "Fragt nach: Unternehmenskennung, Zugangsschlüssel";
  }
  add(view, NodeKind::button, "show_all", "Weitere Bewerbermanagementsysteme anzeigen");
  return view;
}

ViewModel method_screen() {
  ViewModel view = screen("method", "Wie möchtest du Workable verbinden?", "");
  Node& key = add(view, NodeKind::choice, "method:api_key", "Meinen API-Schlüssel verwenden (empfohlen)");
  key.state = "recommended";
  key.value = "Meinen API-Schlüssel verwenden";
  key.suffix = "Empfohlen";
  key.help = "Dauert ungefähr zwei Minuten.";
  add(view, NodeKind::choice, "method:invite", "Jemand anderen um die Verbindung bitten");
  view.secondary.push_back(
      Button{"secondary:0", "Mit einer Unternehmensadministratorin weitermachen", false});
  return view;
}

ViewModel key_screen() {
  ViewModel view =
      screen("api_key", "Gib deinen Workable-API-Schlüssel ein", "Er wird verschlüsselt übergeben.");
  add(view, NodeKind::link, "settings", "Workable-Einstellungen öffnen").href = "https://acme.workable.com/";
  add(view, NodeKind::heading, "guide", "So bekommst du den Schlüssel");
  add(view, NodeKind::check, "guide:0",
      "1. Öffne Einstellungen, Integrationen, Anwendungsprogrammierschnittstellenzugriffsverwaltung")
      .state = "on";
  add(view, NodeKind::check, "guide:1", "2. Kopiere ihn").state = "off";
  Node& field = add(view, NodeKind::field, "field:api_key", "API-Schlüssel");
  field.input = "secret";
  field.error =
      "Workable hat diesen Schlüssel nicht angenommen. Er ist vertippt, abgelaufen oder widerrufen.";
  field.help = "In Workable heißt er API access token.";
  Node& show = add(view, NodeKind::button, "show:api_key", "Schlüssel zeigen");
  show.owner = "field:api_key";
  show.state = "released";
  Node& subdomain = add(view, NodeKind::field, "field:subdomain", "Subdomain");
  subdomain.input = "text";
  subdomain.suffix = ".workable.com";
  add(view, NodeKind::button, "suggest:subdomain", "„acme“ verwenden").owner = "field:subdomain";
  view.primary = Button{"primary", "Weiter zur Verbindungsüberprüfung", false};
  return view;
}

ViewModel checking_screen(const char* state) {
  ViewModel view = screen("verifying", "Deine Verbindung wird geprüft", "Das dauert nur einen Moment.");
  Node& jobs = add(view, NodeKind::status, "status:jobs", "Stellenausschreibungen lesen");
  jobs.state = "done";
  jobs.help = "Gelesen";
  add(view, NodeKind::status, "status:candidates", "Bewerberinnen und Bewerber lesen").state = state;
  view.secondary.push_back(Button{"secondary:0", "Abbrechen", false});
  return view;
}

ViewModel failed_screen() {
  ViewModel view = screen("failed", "Workable hat diesen API-Schlüssel nicht angenommen",
                          "Er ist vertippt, abgelaufen oder widerrufen.");
  view.mood = "danger";
  add(view, NodeKind::text, "why", "Nichts wurde gespeichert.");
  Node& notice =
      add(view, NodeKind::notice, "detail", "Antwort: Authentifizierungsinformationsüberprüfungsfehler");
  notice.state = "warning";
  view.primary = Button{"primary", "Erneut versuchen", true};
  view.secondary = {Button{"secondary:0", "Subdomain bearbeiten", false},
                    Button{"secondary:1", "API-Schlüssel bearbeiten", false}};
  return view;
}

ViewModel success_screen() {
  ViewModel view = screen("connected", "Workable ist verbunden", "Talenthafen kann jetzt lesen:");
  view.mood = "success";
  Node& list = add(view, NodeKind::list, "scopes", "Berechtigungen");
  list.items = {{"Stellenausschreibungen", "r_jobs", "done"},
                {"Bewerbungen", "r_candidates", "failed"},
                {"Schreiben", "w_candidates", "unknown"},
                {"Konto", "", ""}};
  view.primary = Button{"primary", "Fertig", false};
  return view;
}

std::vector<ViewModel> all_sample_screens() {
  return {picker_screen(), method_screen(), key_screen(), checking_screen("waiting"),
          failed_screen(), success_screen()};
}
