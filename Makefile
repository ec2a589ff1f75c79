# Thin on purpose: CMake's presets and the scripts do the work. Each command installs what it misses first.

.DEFAULT_GOAL := help
.PHONY: help run test test-all cli site bench soak pictures format lint

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: site ## build the page and serve it on this machine; prints the address
	@node scripts/serve.mjs dist/site

test: ## run every test: native, wasm, schema, command line, documents, Chromium
	@scripts/install native page tests
	@scripts/test

test-all: ## also test Firefox, WebKit, a screen reader, an old Debian, and a million random requests
	@scripts/install native page tests
	@$(with_packages) browsers reader dist roots
	@scripts/test-all

cli: ## build the command line program, build/ntk
	@scripts/install native
	@scripts/build native-release ntk

site: ## build dist/site/ and the single file dist/need-to-know.html
	@scripts/install page
	@scripts/build wasm-release page engine
	@node scripts/site.mjs

bench: ## measure the engine and the page
	@scripts/install bench
	@scripts/bench

soak: ## compare the engine with the oracle on 10,000,000 random requests
	@scripts/install native tests
	@scripts/soak

pictures: site ## take the pictures of the README anew, and every screen in every look, in build/screens
	@scripts/install tests
	@node scripts/screenshots.mjs
	@node scripts/screenshots.mjs --every

format: ## format C++, JavaScript and CSS
	@scripts/install lint
	@scripts/format

lint: ## check formatting, ESLint, types, clang-tidy
	@scripts/install lint native
	@scripts/lint

.PHONY: fresh dist gradescope
fresh: ## try `make run` and `make test` in bare Debian roots: SUITES="bookworm trixie sid"; needs root
	@scripts/fresh $(SUITES)

dist: site ## the program, statically linked, and the site as a zip, in dist/, both named by version
	@scripts/install native dist
	@scripts/dist

gradescope: ## the autograder for Gradescope, in dist/: LESSON=levels HIDDEN=exam.json
	@$(if $(LESSON),,$(error name a lesson: make gradescope LESSON=levels))scripts/install native dist
	@scripts/gradescope "$(LESSON)" $(if $(HIDDEN),"$(HIDDEN)")

# Elsewhere than on Debian these say what they miss and are skipped, with status 77.
.PHONY: test-firefox test-webkit test-reader
may_skip = || [ $$? -eq 77 ]
with_packages = [ -f /etc/debian_version ] && ! grep -qs '^ID=ubuntu$$' /etc/os-release || exit 0; scripts/install

test-firefox: site ## run the page's tests in Firefox
	@$(with_packages) browsers
	@node tests/elsewhere/run.mjs firefox $(may_skip)

test-webkit: site ## run the page's tests in WebKit
	@$(with_packages) browsers
	@node tests/elsewhere/run.mjs webkit $(may_skip)

test-reader: site ## test lesson 1 with the screen reader Orca
	@$(with_packages) reader
	@node tests/reader/run.mjs $(may_skip)
