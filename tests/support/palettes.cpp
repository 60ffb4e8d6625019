#include "support/palettes.hpp"

#include <sstream>
#include <string>

#include "support/provider_file.hpp"

namespace ats::test {

std::vector<paint::Appearance> generated_looks() {
  std::vector<paint::Appearance> looks;
  std::istringstream lines(file_text("tests/fixtures/paint/palettes.txt"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
    paint::Appearance look;
    look.scheme = line.substr(0, first) == "dark" ? paint::Scheme::dark : paint::Scheme::light;
    look.more_contrast = line.substr(first + 1, second - first - 1) == "more";
    look.reduced_motion = true;
    look.palette = line.substr(second + 1);
    looks.push_back(look);
  }
  return looks;
}

}  // namespace ats::test
