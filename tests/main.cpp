// The test program's entry: the same for the native build and for wasm under Node.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdlib>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

namespace {

/// Lists the tests as the commands of CMake that make them tests of CTest's: each file, as "folder/file" and labeled by both,
/// and each case, as "folder/file: case" and labeled `case` too. The build runs it (cmake/ctest.cmake):
/// `--list-test-cases --reporters=ctest --out=FILE`.
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

  /// A test that has tried nothing has failed: a filter that fits no case is no success.
  void add_test(const std::string& title, const std::string& labels, const std::string& file,
                const std::string& filter) {
    out << "add_test(" << bracketed(title) << ' ' << bracketed(program) << ' '
        << bracketed("--source-file=*" + file + ".cpp") << filter << ")\nset_tests_properties("
        << bracketed(title) << " PROPERTIES LABELS \"" << labels
        << "\" FAIL_REGULAR_EXPRESSION \"test cases: +0 \")\n";
  }

  void report_query(const doctest::QueryData& query) override {
    std::set<std::string> files;
    for (unsigned at = 0; at < query.num_data; ++at) {
      const std::string name = query.data[at]->m_name, source = query.data[at]->m_file.c_str();
      const std::string path = source.substr(source.rfind("tests/") + 6);  // policy/date_test.cpp
      const std::string file = path.substr(0, path.rfind('.'));
      const std::size_t slash = file.find('/');
      const std::string labels = file.substr(0, slash) + ';' + file.substr(slash + 1);
      if (files.insert(file).second) add_test(file, labels, file, "");
      add_test(file + ": " + name, labels + ";case", file, ' ' + bracketed("--test-case=" + as_filter(name)));
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
