#include "support/paint_samples.hpp"

#include <utility>

using namespace ats::view;

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

template <class Made>
Made& add(ViewModel& view, const char* id, const char* label, Made made = {}) {
  return *std::get_if<Made>(&view.nodes.emplace_back(Node{id, label, std::move(made)}).kind);
}

}  // namespace

ViewModel picker_screen() {
  ViewModel view =
      screen("provider", "Verbinde dein Bewerbermanagementsystem", "Wähle das System, mit dem du arbeitest.");
  view.ats_tile = view.ats_name = "";
  view.can_go_back = false;
  Field& search = add<Field>(view, "search", "Integrationen durchsuchen");
  search.input = Input::search;
  for (const auto& [id, name] : {std::pair{"choice:a", "Ashby"}, std::pair{"choice:b", "SmartRecruiters"}}) {
    Choice& choice = add<Choice>(view, id, name);
    choice.tile = "SR";
    choice.help = "Fragt nach: Unternehmenskennung, Zugangsschlüssel";
  }
  add<Button>(view, "show_all", "Weitere Bewerbermanagementsysteme anzeigen");
  return view;
}

ViewModel method_screen() {
  ViewModel view = screen("method", "Wie möchtest du Workable verbinden?", "");
  Choice& key = add<Choice>(view, "method:api_key", "Meinen API-Schlüssel verwenden (empfohlen)");
  key.recommended = true;
  key.title = "Meinen API-Schlüssel verwenden";
  key.chip = "Empfohlen";
  key.help = "Dauert ungefähr zwei Minuten.";
  add<Choice>(view, "method:invite", "Jemand anderen um die Verbindung bitten");
  view.secondary.push_back(
      FootButton{"secondary:0", "Mit einer Unternehmensadministratorin weitermachen", false});
  return view;
}

ViewModel key_screen() {
  ViewModel view =
      screen("api_key", "Gib deinen Workable-API-Schlüssel ein", "Er wird verschlüsselt übergeben.");
  add<Link>(view, "settings", "Workable-Einstellungen öffnen").href = "https://acme.workable.com/";
  add<Heading>(view, "guide", "So bekommst du den Schlüssel");
  add(view, "guide:0",
      "Öffne Einstellungen, Integrationen, Anwendungsprogrammierschnittstellenzugriffsverwaltung", Step{1});
  add(view, "copy_name", "Talenthafen", Snippet{"", "Namen kopieren", "Namen kopieren", true});
  view.nodes.back().owner = "guide:0";
  add(view, "scope:r_jobs", "r_jobs", Snippet{"Stellen sehen", "Kopieren", "Kopieren: r_jobs"});
  view.nodes.back().owner = "guide:0";
  add(view, "guide:1", "Kopiere ihn", Step{2});
  Field& field = add<Field>(view, "field:api_key", "API-Schlüssel");
  field.input = Input::secret;
  field.error =
      "Workable hat diesen Schlüssel nicht angenommen. Er ist vertippt, abgelaufen oder widerrufen.";
  field.help = "In Workable heißt er API access token.";
  add(view, "show:api_key", "Schlüssel zeigen", Reveal{});
  view.nodes.back().owner = "field:api_key";
  Field& subdomain = add<Field>(view, "field:subdomain", "Subdomain");
  subdomain.suffix = ".workable.com";
  add<Button>(view, "suggest:subdomain", "„acme“ verwenden");
  view.nodes.back().owner = "field:subdomain";
  view.primary = FootButton{"primary", "Weiter zur Verbindungsüberprüfung", false};
  return view;
}

ViewModel checking_screen(Phase phase) {
  ViewModel view = screen("verifying", "Deine Verbindung wird geprüft", "Das dauert nur einen Moment.");
  Status& jobs = add<Status>(view, "status:jobs", "Stellenausschreibungen lesen");
  jobs.phase = Phase::done;
  jobs.help = "Gelesen";
  add<Status>(view, "status:candidates", "Bewerberinnen und Bewerber lesen").phase = phase;
  view.secondary.push_back(FootButton{"secondary:0", "Abbrechen", false});
  return view;
}

ViewModel failed_screen() {
  ViewModel view = screen("failed", "Workable hat diesen API-Schlüssel nicht angenommen",
                          "Er ist vertippt, abgelaufen oder widerrufen.");
  view.mood = Tone::danger;
  add<Text>(view, "why", "Nichts wurde gespeichert.");
  Notice& notice = add<Notice>(view, "detail", "Antwort: Authentifizierungsinformationsüberprüfungsfehler");
  notice.tone = Tone::warning;
  view.primary = FootButton{"primary", "Erneut versuchen", true};
  view.secondary = {FootButton{"secondary:0", "Subdomain bearbeiten", false},
                    FootButton{"secondary:1", "API-Schlüssel bearbeiten", false}};
  return view;
}

ViewModel success_screen() {
  ViewModel view = screen("connected", "Workable ist verbunden", "Talenthafen kann jetzt lesen:");
  view.mood = Tone::success;
  List& list = add<List>(view, "scopes", "Berechtigungen");
  list.items = {{"Stellenausschreibungen", "r_jobs", Mark::done},
                {"Bewerbungen", "r_candidates", Mark::failed},
                {"Schreiben", "w_candidates", Mark::unknown},
                {"Konto", "", Mark::none}};
  view.primary = FootButton{"primary", "Fertig", false};
  return view;
}

std::vector<ViewModel> all_sample_screens() {
  return {picker_screen(), method_screen(), key_screen(), checking_screen(Phase::waiting),
          failed_screen(), success_screen()};
}
