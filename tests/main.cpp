// The test program's entry: the same for the native build and for wasm under Node.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdlib>
#include <ostream>
#include <string>
#include <string_view>

namespace {

/// Lists the test cases as the commands of CMake that make each of them a test of CTest's, called "folder/file: case" and
/// labeled by both: `--list-test-cases --reporters=ctest --out=FILE`. The build runs it (tests/CMakeLists.txt).
struct CtestList : doctest::IReporter {
  explicit CtestList(const doctest::ContextOptions& options) : out(*options.cout) {
    const char* name = std::getenv("NTK_PROGRAM");
    program = name != nullptr ? name : "ntk_tests";
  }

  /// A bracket argument holds any text but its own end.
  static std::string bracketed(const std::string& text) { return "[==[" + text + "]==]"; }

  /// doctest takes a comma for the end of a name.
  static std::string as_filter(std::string_view name) {
    std::string filter;
    for (const char each : name) {
      if (each == ',') filter += '\\';
      filter += each;
    }
    return filter;
  }

  void report_query(const doctest::QueryData& query) override {
    for (unsigned at = 0; at < query.num_data; ++at) {
      const std::string name = query.data[at]->m_name, source = query.data[at]->m_file.c_str();
      const std::string path = source.substr(source.rfind("tests/") + 6);  // policy/date_test.cpp
      const std::string folder = path.substr(0, path.find('/'));
      const std::string file = path.substr(folder.size() + 1, path.rfind('.') - folder.size() - 1);
      const std::string title = bracketed(folder + "/" + file + ": " + name);
      out << "add_test(" << title << ' ' << bracketed(program) << ' ' << bracketed("--source-file=*" + path)
          << ' ' << bracketed("--test-case=" + as_filter(name)) << ")\n"
          << "set_tests_properties(" << title << " PROPERTIES LABELS \"" << folder << ';' << file
          << "\" FAIL_REGULAR_EXPRESSION \"test cases: +0 \")\n";
    }
  }

  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}

  std::ostream& out;
  std::string program;
};

}  // namespace

DOCTEST_REGISTER_REPORTER("ctest", 1, CtestList);
