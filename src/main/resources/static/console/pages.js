"use strict";
(() => {
  var __create = Object.create;
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __getProtoOf = Object.getPrototypeOf;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __esm = (fn, res) => function __init() {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  };
  var __commonJS = (cb, mod) => function __require() {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  };
  var __export = (target2, all) => {
    for (var name in all)
      __defProp(target2, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key2 of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key2) && key2 !== except)
          __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
    }
    return to;
  };
  var __toESM = (mod, isNodeMode, target2) => (target2 = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
    // If the importer is in node compatibility mode or this is not an ESM
    // file that has been converted to a CommonJS file using a Babel-
    // compatible transform (i.e. "__esModule" has not been set), then set
    // "default" to the CommonJS "module.exports" for node compatibility.
    isNodeMode || !mod || !mod.__esModule ? __defProp(target2, "default", { value: mod, enumerable: true }) : target2,
    mod
  ));

  // src/host/react.cjs
  var require_react = __commonJS({
    "src/host/react.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["react"];
    }
  });

  // src/host/hawtio.cjs
  var require_hawtio = __commonJS({
    "src/host/hawtio.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["@hawtio/react"];
    }
  });

  // src/hub/http.ts
  function query(values) {
    const pairs = Object.entries(values).filter(([, value]) => value !== void 0 && value !== null && value !== "");
    return pairs.length === 0 ? "" : "?" + new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  }
  async function ask(method, path, body, signal) {
    const headers = { Accept: "application/json" };
    if (method !== "GET") headers["X-XSRF-TOKEN"] = cookie("XSRF-TOKEN");
    if (body !== void 0) headers["Content-Type"] = "application/json";
    let answer;
    try {
      answer = await fetch(path, { method, headers, body: body === void 0 ? void 0 : JSON.stringify(body), signal });
    } catch (reason) {
      if (signal?.aborted) throw reason;
      throw new Refusal({ status: 0, title: "No response", detail: "The hub does not respond. Check that it is running and that the network is available.", errors: [] });
    }
    if (!answer.ok) throw new Refusal(await problemOf(answer));
    return answer.status === 204 ? void 0 : await answer.json();
  }
  async function problemOf(answer) {
    const given = await answer.json().catch(() => ({}));
    return {
      status: answer.status,
      title: given.title ?? `The hub responded with ${answer.status}`,
      detail: given.detail ?? `The hub responded with ${answer.status} and gave no reason.`,
      errors: Array.isArray(given.errors) ? given.errors : []
    };
  }
  function cookie(name) {
    const pair = document.cookie.split("; ").find((one3) => one3.startsWith(name + "="));
    return pair ? decodeURIComponent(pair.slice(name.length + 1)) : "";
  }
  var Refusal, get, post, put, remove;
  var init_http = __esm({
    "src/hub/http.ts"() {
      "use strict";
      Refusal = class extends Error {
        constructor(problem) {
          super(problem.detail || problem.title);
          this.problem = problem;
        }
      };
      get = (path, signal) => ask("GET", path, void 0, signal);
      post = (path, body) => ask("POST", path, body);
      put = (path, body) => ask("PUT", path, body);
      remove = (path) => ask("DELETE", path);
    }
  });

  // src/hub/me.ts
  function rightsOf(role) {
    return { operate: role === "operator" || role === "admin", configure: role === "admin" };
  }
  function me() {
    asked ??= get("/api/me").catch((reason) => {
      asked = void 0;
      throw reason;
    });
    return asked;
  }
  var OPERATORS_DO, ADMINS_DO, asked;
  var init_me = __esm({
    "src/hub/me.ts"() {
      "use strict";
      init_http();
      OPERATORS_DO = "Your role is read-only. Ask an operator.";
      ADMINS_DO = "Only an admin can do this.";
    }
  });

  // src/ui/filters.ts
  function filtersOf(fragment) {
    return Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")).entries());
  }
  function fragmentOf(filters) {
    const set = Object.entries(filters).filter(([, value]) => value !== "");
    set.sort(([a], [b]) => a.localeCompare(b));
    return set.length === 0 ? "" : "#" + new URLSearchParams(set).toString();
  }
  var init_filters = __esm({
    "src/ui/filters.ts"() {
      "use strict";
    }
  });

  // src/ui/leaving.ts
  function mayLeave() {
    if (!unsaved || !confirm(QUESTION)) return !unsaved;
    unsaved = false;
    return true;
  }
  function setUnsaved(is) {
    unsaved = is;
    if (is) here = location.href;
  }
  function isElsewhere() {
    return new URL(location.href).pathname !== new URL(here).pathname;
  }
  function guardLeaving() {
    addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
    document.addEventListener(
      "click",
      (event) => {
        const link = event.target?.closest?.("a[href]");
        if (!unsaved || !link || link.getAttribute("target") === "_blank" || link.hasAttribute("download") || event.metaKey || event.ctrlKey || event.shiftKey) return;
        if (new URL(link.href).pathname === location.pathname || mayLeave()) return;
        event.preventDefault();
        event.stopPropagation();
      },
      true
    );
    addEventListener(
      "popstate",
      (event) => {
        if (!unsaved || !isElsewhere() || mayLeave()) return;
        event.stopImmediatePropagation();
        history.pushState(null, "", here);
      },
      true
    );
  }
  var QUESTION, unsaved, here;
  var init_leaving = __esm({
    "src/ui/leaving.ts"() {
      "use strict";
      QUESTION = "You have changes that are not saved. Leave without saving them?";
      unsaved = false;
      here = "";
    }
  });

  // src/ui/location.ts
  function base() {
    return (import_react2.hawtio.getBasePath() ?? "").replace(/\/$/, "");
  }
  function address(page, filters = {}) {
    return `${base()}/scopebridge/${page}${fragmentOf(filters)}`;
  }
  function open(page, filters = {}) {
    if (!mayLeave()) return;
    leaveMark();
    const from = location.href;
    history.pushState(null, "", address(page, filters));
    if (location.href !== from) cameFrom.set(location.href, from);
    announce();
  }
  function leaveMark() {
    const main = scroller();
    if (main) scrolled.set(location.href, main.scrollTop);
  }
  function announce() {
    isOurs = true;
    dispatchEvent(new PopStateEvent(CHANGED, { state: null }));
    isOurs = false;
  }
  function scroller() {
    return [...document.querySelectorAll("main, .pf-v6-c-page__main-container, .pf-v6-c-page__main")].find((one3) => one3.scrollHeight > one3.clientHeight && getComputedStyle(one3).overflowY !== "visible");
  }
  function followHistory() {
    addEventListener(CHANGED, () => wentBack = !isOurs, true);
    document.addEventListener("click", () => wentBack = false, true);
  }
  function scrollBack() {
    const top = scrolled.get(location.href);
    if (wentBack && top) setTimeout(() => scroller()?.scrollTo({ top }));
  }
  function backTo(page) {
    const from = cameFrom.get(location.href);
    if (from !== void 0 && new URL(from).pathname === address(page)) history.back();
    else open(page);
  }
  function usePlace(page) {
    const [, follow] = (0, import_react.useState)("");
    (0, import_react.useEffect)(() => {
      const moved = () => follow(location.href);
      addEventListener(CHANGED, moved);
      addEventListener("hashchange", moved);
      return () => {
        removeEventListener(CHANGED, moved);
        removeEventListener("hashchange", moved);
      };
    }, []);
    const prefix = `${base()}/scopebridge/${page}`;
    const rest = location.pathname.startsWith(prefix + "/") ? decodeURIComponent(location.pathname.slice(prefix.length + 1)) : "";
    const filters = filtersOf(location.hash);
    const filter = (changes) => {
      history.replaceState(null, "", location.pathname + fragmentOf({ ...filtersOf(location.hash), ...changes }));
      announce();
    };
    return { rest, filters, filter };
  }
  function restoreLocation() {
    const wanted = sessionStorage.getItem(RETURN);
    sessionStorage.removeItem(RETURN);
    if (wanted?.startsWith(base() + "/") && wanted !== location.pathname + location.hash) history.replaceState(null, "", wanted);
  }
  var import_react, import_react2, CHANGED, RETURN, cameFrom, scrolled, isOurs, wentBack, isBack;
  var init_location = __esm({
    "src/ui/location.ts"() {
      "use strict";
      import_react = __toESM(require_react(), 1);
      import_react2 = __toESM(require_hawtio(), 1);
      init_filters();
      init_leaving();
      CHANGED = "popstate";
      RETURN = "scopebridge.return";
      cameFrom = /* @__PURE__ */ new Map();
      scrolled = /* @__PURE__ */ new Map();
      isOurs = false;
      wentBack = false;
      isBack = () => wentBack;
    }
  });

  // src/host/patternfly-core.cjs
  var require_patternfly_core = __commonJS({
    "src/host/patternfly-core.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["@patternfly/react-core"];
    }
  });

  // src/host/patternfly-table.cjs
  var require_patternfly_table = __commonJS({
    "src/host/patternfly-table.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["@patternfly/react-table"];
    }
  });

  // src/hub/alerts.ts
  async function tested(id, ask2 = alerts.delivery, pause = 500, tries = 120) {
    let delivery = await ask2(id);
    for (let turn = 0; turn < tries && !["SENT", "FAILED", "CANCELLED"].includes(delivery.state); turn++) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      delivery = await ask2(id);
    }
    return delivery;
  }
  var target, rule, alerts;
  var init_alerts = __esm({
    "src/hub/alerts.ts"() {
      "use strict";
      init_http();
      target = (id) => `/api/alerts/targets/${id}`;
      rule = (id) => `/api/alerts/rules/${id}`;
      alerts = {
        channels: (signal) => get("/api/alerts/channels", signal),
        targets: (signal) => get("/api/alerts/targets", signal),
        target: (id, signal) => get(target(id), signal),
        createTarget: (draft) => post("/api/alerts/targets", draft),
        saveTarget: (id, draft) => put(target(id), draft),
        deleteTarget: (id) => remove(target(id)),
        test: (id) => post(`${target(id)}/test`),
        rules: (signal) => get("/api/alerts/rules", signal),
        rule: (id, signal) => get(rule(id), signal),
        createRule: (draft) => post("/api/alerts/rules", draft),
        saveRule: (id, draft) => put(rule(id), draft),
        deleteRule: (id) => remove(rule(id)),
        problems: (signal) => get("/api/alerts/problems?limit=20", signal),
        delivery: (id) => get(`/api/alerts/deliveries/${id}`),
        sendAgain: (id) => post(`/api/alerts/deliveries/${id}/retry`)
      };
    }
  });

  // src/hub/jobs.ts
  var POLL_MILLIS, jobs, WORDS, wordsOf, inWords;
  var init_jobs = __esm({
    "src/hub/jobs.ts"() {
      "use strict";
      init_http();
      POLL_MILLIS = 500;
      jobs = {
        running: (signal) => get("/api/jobs?state=RUNNING", signal),
        one: (id, signal) => get(`/api/jobs/${id}`, signal),
        /** The job when it is done or has failed, or its state after this many milliseconds. */
        ended: async (id, millis) => {
          const until = Date.now() + millis;
          for (; ; ) {
            const job = await jobs.one(id);
            if (job.state === "DONE" || job.state === "FAILED" || Date.now() > until) return job;
            await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
          }
        }
      };
      WORDS = {
        "push-project": "Create PSA project",
        "preview-project": "Preview project",
        "sync-revenue": "Sync revenue",
        "create-sales-order": "Create sales order",
        "link-opportunity": "Link to an opportunity",
        "poll-opportunities": "Read opportunities",
        "watch-projects": "Read projects",
        "check-connection": "Test connection",
        "refresh-opportunity": "Read one opportunity",
        "refresh-directory": "Read companies",
        "watch-callbacks": "Verify callbacks",
        "check-drift": "Check drift",
        reload: "Reload file"
      };
      wordsOf = (flow) => WORDS[flow] ?? flow.replaceAll("-", " ");
      inWords = (constant) => constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll("_", " ");
    }
  });

  // src/ui/Link.tsx
  var import_react3, Link;
  var init_Link = __esm({
    "src/ui/Link.tsx"() {
      "use strict";
      import_react3 = __toESM(require_react(), 1);
      init_location();
      Link = ({ page, filters, children }) => /* @__PURE__ */ import_react3.default.createElement(
        "a",
        {
          href: address(page, filters),
          onClick: (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            open(page, filters);
          }
        },
        children
      );
    }
  });

  // src/ui/Nothing.tsx
  var import_react4, import_react_core, Nothing;
  var init_Nothing = __esm({
    "src/ui/Nothing.tsx"() {
      "use strict";
      import_react4 = __toESM(require_react(), 1);
      import_react_core = __toESM(require_patternfly_core(), 1);
      Nothing = ({ title, children, action }) => /* @__PURE__ */ import_react4.default.createElement(import_react_core.EmptyState, { titleText: title, headingLevel: "h2", variant: "sm" }, /* @__PURE__ */ import_react4.default.createElement(import_react_core.EmptyStateBody, null, children), action && /* @__PURE__ */ import_react4.default.createElement(import_react_core.EmptyStateFooter, null, /* @__PURE__ */ import_react4.default.createElement(import_react_core.EmptyStateActions, null, action)));
    }
  });

  // src/ui/Page.tsx
  var import_react5, import_react_core2, Page;
  var init_Page = __esm({
    "src/ui/Page.tsx"() {
      "use strict";
      import_react5 = __toESM(require_react(), 1);
      import_react_core2 = __toESM(require_patternfly_core(), 1);
      Page = ({ title, about, actions = [], isSticky = false, children }) => {
        (0, import_react5.useEffect)(() => {
          document.title = `${title} - ScopeBridge`;
        }, [title]);
        return /* @__PURE__ */ import_react5.default.createElement(import_react5.default.Fragment, null, /* @__PURE__ */ import_react5.default.createElement(import_react_core2.PageSection, { hasBodyWrapper: false, "aria-label": title, stickyOnBreakpoint: isSticky ? { default: "top" } : void 0 }, /* @__PURE__ */ import_react5.default.createElement(import_react_core2.Flex, { justifyContent: { default: "justifyContentSpaceBetween" }, alignItems: { default: "alignItemsFlexStart" } }, /* @__PURE__ */ import_react5.default.createElement(import_react_core2.FlexItem, null, /* @__PURE__ */ import_react5.default.createElement(import_react_core2.Content, { component: "h1" }, title), /* @__PURE__ */ import_react5.default.createElement(import_react_core2.Content, { component: "p" }, about)), /* @__PURE__ */ import_react5.default.createElement(import_react_core2.FlexItem, null, /* @__PURE__ */ import_react5.default.createElement(import_react_core2.Flex, { gap: { default: "gapSm" }, alignItems: { default: "alignItemsCenter" } }, actions.map((action, position) => /* @__PURE__ */ import_react5.default.createElement(import_react_core2.FlexItem, { key: position }, action)))))), /* @__PURE__ */ import_react5.default.createElement(import_react_core2.PageSection, { hasBodyWrapper: false, isFilled: true, "aria-label": `${title}: content` }, children));
      };
    }
  });

  // src/ui/ReasonedButton.tsx
  var import_react6, import_react_core3, ReasonedButton;
  var init_ReasonedButton = __esm({
    "src/ui/ReasonedButton.tsx"() {
      "use strict";
      import_react6 = __toESM(require_react(), 1);
      import_react_core3 = __toESM(require_patternfly_core(), 1);
      ReasonedButton = ({ because, ...button }) => because ? /* @__PURE__ */ import_react6.default.createElement(import_react_core3.Tooltip, { content: because }, /* @__PURE__ */ import_react6.default.createElement(import_react_core3.Button, { ...button, isAriaDisabled: true })) : /* @__PURE__ */ import_react6.default.createElement(import_react_core3.Button, { ...button });
    }
  });

  // src/ui/time.ts
  function relative(time, now = Date.now()) {
    const seconds = Math.round((Date.parse(time) - now) / 1e3);
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
    return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
  }
  function duration(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 60) return `${whole} s`;
    if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
    return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
  }
  function exact(time) {
    return new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
  }
  function clock(time, zone) {
    const at2 = (timeZone) => new Date(time).toLocaleString("en-GB", { dateStyle: "short", timeStyle: "short", timeZone });
    try {
      return at2(zone) === at2() ? "" : ` (${new Date(time).toLocaleTimeString("en-GB", { timeStyle: "short", timeZone: zone })} ${zone})`;
    } catch {
      return "";
    }
  }
  function pickable(time) {
    const moment = new Date(time);
    if (time === "" || Number.isNaN(moment.getTime())) return time;
    return new Date(moment.getTime() - moment.getTimezoneOffset() * 6e4).toISOString().slice(0, 16);
  }
  var UNITS;
  var init_time = __esm({
    "src/ui/time.ts"() {
      "use strict";
      UNITS = [
        ["day", 86400],
        ["hour", 3600],
        ["minute", 60],
        ["second", 1]
      ];
    }
  });

  // src/ui/spoken.ts
  function spoken(text) {
    const sentences = text.split(/(?<=[.!?]) (?=\p{Lu})/u);
    const forPeople = sentences.filter((sentence) => !API_CALL.test(sentence));
    return (forPeople.length > 0 ? forPeople : sentences).join(" ").replaceAll(MOMENT, exact);
  }
  var MOMENT, API_CALL;
  var init_spoken = __esm({
    "src/ui/spoken.ts"() {
      "use strict";
      init_time();
      MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;
      API_CALL = /(?:GET|POST|PUT|DELETE) \/api\//;
    }
  });

  // src/ui/Trouble.tsx
  var import_react7, import_react_core4, Trouble;
  var init_Trouble = __esm({
    "src/ui/Trouble.tsx"() {
      "use strict";
      import_react7 = __toESM(require_react(), 1);
      import_react_core4 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_spoken();
      Trouble = ({ failure, again }) => {
        if (!failure) return null;
        const errors = failure instanceof Refusal ? failure.problem.errors : [];
        return /* @__PURE__ */ import_react7.default.createElement(
          import_react_core4.Alert,
          {
            variant: "danger",
            isInline: true,
            title: spoken(failure.message),
            actionLinks: again && /* @__PURE__ */ import_react7.default.createElement(import_react_core4.AlertActionLink, { onClick: again }, "Try again")
          },
          errors.length > 0 && /* @__PURE__ */ import_react7.default.createElement(import_react_core4.List, null, errors.map((error) => /* @__PURE__ */ import_react7.default.createElement(import_react_core4.ListItem, { key: error.field + error.message }, /* @__PURE__ */ import_react7.default.createElement("strong", null, error.field), " ", spoken(error.message))))
        );
      };
    }
  });

  // src/ui/useData.ts
  function useData(load, key2, everyMillis) {
    const [state, setState] = (0, import_react8.useState)({ key: key2, loading: true });
    const [turn, setTurn] = (0, import_react8.useState)(0);
    const latest = (0, import_react8.useRef)(load);
    latest.current = load;
    const busy = (0, import_react8.useRef)(false);
    const reload = (0, import_react8.useCallback)(() => setTurn((turn2) => turn2 + 1), []);
    (0, import_react8.useEffect)(() => {
      const cancel = new AbortController();
      busy.current = true;
      setState((before) => ({ key: key2, data: before.key === key2 ? before.data : void 0, failure: before.failure, loading: true }));
      const arrived = (change) => {
        if (cancel.signal.aborted) return;
        busy.current = false;
        setState(change);
      };
      latest.current(cancel.signal).then(
        (data) => arrived({ key: key2, data, loading: false }),
        (failure) => arrived((before) => ({ key: key2, data: before.data, failure, loading: false }))
      );
      return () => cancel.abort();
    }, [key2, turn]);
    (0, import_react8.useEffect)(() => {
      if (!everyMillis) return void 0;
      const timer = setInterval(() => document.visibilityState === "visible" && !busy.current && reload(), everyMillis);
      return () => clearInterval(timer);
    }, [everyMillis, reload]);
    return { data: state.key === key2 ? state.data : void 0, failure: state.failure, loading: state.loading, reload };
  }
  var import_react8;
  var init_useData = __esm({
    "src/ui/useData.ts"() {
      "use strict";
      import_react8 = __toESM(require_react(), 1);
    }
  });

  // src/ui/useRights.ts
  function useRights() {
    return rightsOf(useData(me, "me").data?.role);
  }
  var init_useRights = __esm({
    "src/ui/useRights.ts"() {
      "use strict";
      init_me();
      init_useData();
    }
  });

  // src/ui/When.tsx
  var import_react9, When;
  var init_When = __esm({
    "src/ui/When.tsx"() {
      "use strict";
      import_react9 = __toESM(require_react(), 1);
      init_time();
      When = ({ time, never = "never", zone }) => time ? /* @__PURE__ */ import_react9.default.createElement("time", { dateTime: time, title: exact(time), style: { whiteSpace: "nowrap" } }, relative(time), zone && clock(time, zone)) : /* @__PURE__ */ import_react9.default.createElement(import_react9.default.Fragment, null, never);
    }
  });

  // src/ui/act.ts
  async function act(what, done, isGood = () => true) {
    try {
      const result = await what();
      import_react10.eventService.notify({ type: isGood(result) ? "success" : "warning", message: typeof done === "string" ? done : done(result) });
      return result;
    } catch (reason) {
      import_react10.eventService.notify({ type: "danger", message: spoken(reason instanceof Error ? reason.message : String(reason)), duration: 15e3 });
      return void 0;
    }
  }
  var import_react10;
  var init_act = __esm({
    "src/ui/act.ts"() {
      "use strict";
      import_react10 = __toESM(require_hawtio(), 1);
      init_spoken();
    }
  });

  // src/ui/FilterBar.tsx
  var import_react11, import_react_core5, FilterBar;
  var init_FilterBar = __esm({
    "src/ui/FilterBar.tsx"() {
      "use strict";
      import_react11 = __toESM(require_react(), 1);
      import_react_core5 = __toESM(require_patternfly_core(), 1);
      FilterBar = ({ children, label = "Filters" }) => /* @__PURE__ */ import_react11.default.createElement(import_react_core5.Toolbar, { "aria-label": label }, /* @__PURE__ */ import_react11.default.createElement(import_react_core5.ToolbarContent, null, import_react11.default.Children.toArray(children).map((child, position) => /* @__PURE__ */ import_react11.default.createElement(import_react_core5.ToolbarItem, { key: position }, child))));
    }
  });

  // src/ui/FilterSelect.tsx
  var import_react12, import_react_core6, FilterSelect;
  var init_FilterSelect = __esm({
    "src/ui/FilterSelect.tsx"() {
      "use strict";
      import_react12 = __toESM(require_react(), 1);
      import_react_core6 = __toESM(require_patternfly_core(), 1);
      FilterSelect = ({ label, value, options, onChange }) => /* @__PURE__ */ import_react12.default.createElement(import_react_core6.FormSelect, { "aria-label": label, value, onChange: (_, picked) => onChange(picked) }, /* @__PURE__ */ import_react12.default.createElement(import_react_core6.FormSelectOption, { value: "", label: `${label}: all` }), options.map((option) => /* @__PURE__ */ import_react12.default.createElement(import_react_core6.FormSelectOption, { key: option.value, value: option.value, label: option.label })));
    }
  });

  // src/ui/Pager.tsx
  var import_react13, import_react_core7, Pager;
  var init_Pager = __esm({
    "src/ui/Pager.tsx"() {
      "use strict";
      import_react13 = __toESM(require_react(), 1);
      import_react_core7 = __toESM(require_patternfly_core(), 1);
      Pager = ({ rows: { page, back, forward } }) => back || forward ? /* @__PURE__ */ import_react13.default.createElement(import_react_core7.Flex, { component: "nav", "aria-label": "Pages", gap: { default: "gapMd" }, alignItems: { default: "alignItemsCenter" } }, /* @__PURE__ */ import_react13.default.createElement(import_react_core7.Button, { variant: "secondary", isDisabled: !back, onClick: back }, "Previous"), /* @__PURE__ */ import_react13.default.createElement("span", null, "Page ", page), /* @__PURE__ */ import_react13.default.createElement(import_react_core7.Button, { variant: "secondary", isDisabled: !forward, onClick: forward }, "Next")) : null;
    }
  });

  // src/hub/pages.ts
  async function firstFound(address3, name, signal, ask2 = get) {
    let page = await ask2(address3, signal);
    for (let asked4 = 1; asked4 < MOST_ASKED && page[name].length === 0 && page.next != null; asked4++) {
      page = await ask2(after(address3, page.next), signal);
    }
    return page;
  }
  function after(address3, next) {
    const [path = "", query2] = address3.split("?");
    const asked4 = new URLSearchParams(query2);
    asked4.set("after", String(next));
    return `${path}?${asked4.toString()}`;
  }
  var MOST_ASKED;
  var init_pages = __esm({
    "src/hub/pages.ts"() {
      "use strict";
      init_http();
      MOST_ASKED = 40;
    }
  });

  // src/ui/useRows.ts
  function useRows(path, name, filters, everyMillis) {
    const asked4 = path + query(filters);
    const [steps, setSteps] = (0, import_react14.useState)({ asked: asked4, cursors: isBack() ? left.get(asked4) ?? [] : [] });
    const cursors = steps.asked === asked4 ? steps.cursors : [];
    (0, import_react14.useEffect)(() => {
      if (steps.asked !== asked4) setSteps({ asked: asked4, cursors: [] });
    }, [asked4]);
    (0, import_react14.useEffect)(() => {
      left.set(asked4, cursors);
    }, [asked4, cursors.length]);
    const address3 = path + query({ ...filters, after: cursors.at(-1) });
    const loaded = useData((signal) => firstFound(address3, name, signal), address3, everyMillis);
    const next = loaded.data?.next;
    const isThere = loaded.data !== void 0;
    (0, import_react14.useEffect)(() => {
      if (isThere) scrollBack();
    }, [isThere]);
    return {
      ...loaded,
      rows: loaded.data?.[name],
      searchedTo: loaded.data?.searchedTo,
      page: cursors.length + 1,
      forward: next == null ? void 0 : () => setSteps({ asked: asked4, cursors: [...cursors, String(next)] }),
      back: cursors.length === 0 ? void 0 : () => setSteps({ asked: asked4, cursors: cursors.slice(0, -1) })
    };
  }
  var import_react14, left;
  var init_useRows = __esm({
    "src/ui/useRows.ts"() {
      "use strict";
      import_react14 = __toESM(require_react(), 1);
      init_http();
      init_pages();
      init_location();
      init_useData();
      left = /* @__PURE__ */ new Map();
    }
  });

  // src/alerts/words.ts
  function conditionOf(rule2) {
    return [
      rule2.connection ?? "All connections",
      rule2.flow && wordsOf(rule2.flow),
      rule2.classes.length > 0 && rule2.classes.join(" or "),
      rule2.atLeast > 1 && `from ${rule2.atLeast} failures`,
      rule2.afterMinutes > 0 && `after ${rule2.afterMinutes} ${rule2.afterMinutes === 1 ? "minute" : "minutes"}`
    ].filter(Boolean).join(", ");
  }
  function quietOf({ quietHours }) {
    if (!quietHours) return "";
    const hours = quietHours.from && quietHours.to ? `${quietHours.from} to ${quietHours.to}` : "";
    const days = (quietHours.days ?? []).map(dayOf).join(", ");
    return `${[hours, days].filter(Boolean).join(" and ")} (${quietHours.timeZone ?? ""})`;
  }
  var STATES, KINDS, DAYS, dayOf;
  var init_words = __esm({
    "src/alerts/words.ts"() {
      "use strict";
      init_jobs();
      STATES = {
        HELD: { label: "Held", status: "info" },
        PENDING: { label: "Pending", status: "info" },
        SENDING: { label: "Sending", status: "info" },
        SENT: { label: "Sent", status: "success" },
        FAILED: { label: "Failed", status: "danger" },
        IN_DIGEST: { label: "In digest", status: "success" },
        CANCELLED: { label: "Cancelled", status: "warning" }
      };
      KINDS = { OPENED: "Problem opened", OVER: "Problem over", DIGEST: "Digest", TEST: "Test" };
      DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
      dayOf = (day) => day[0] + day.slice(1).toLowerCase();
    }
  });

  // src/alerts/DeliveryList.tsx
  var import_react15, import_react_core8, import_react_table, DeliveryList;
  var init_DeliveryList = __esm({
    "src/alerts/DeliveryList.tsx"() {
      "use strict";
      import_react15 = __toESM(require_react(), 1);
      import_react_core8 = __toESM(require_patternfly_core(), 1);
      import_react_table = __toESM(require_patternfly_table(), 1);
      init_alerts();
      init_me();
      init_act();
      init_FilterBar();
      init_FilterSelect();
      init_location();
      init_Pager();
      init_ReasonedButton();
      init_spoken();
      init_Trouble();
      init_useRights();
      init_useRows();
      init_When();
      init_words();
      DeliveryList = ({ targets }) => {
        const { filters, filter } = usePlace("alerts");
        const { operate } = useRights();
        const list2 = useRows("/api/alerts/deliveries", "deliveries", { target: filters["target"] ?? "", limit: "20" }, 3e3);
        const again = async (delivery) => {
          await act(() => alerts.sendAgain(delivery.id), "The message is sent again.");
          list2.reload();
        };
        return /* @__PURE__ */ import_react15.default.createElement(import_react15.default.Fragment, null, /* @__PURE__ */ import_react15.default.createElement(import_react_core8.Content, { component: "h2" }, "Deliveries"), targets.length > 1 && /* @__PURE__ */ import_react15.default.createElement(FilterBar, null, /* @__PURE__ */ import_react15.default.createElement(FilterSelect, { label: "Target", value: filters["target"] ?? "", options: targets.map((one3) => ({ value: String(one3.id), label: one3.name })), onChange: (target2) => filter({ target: target2 }) })), /* @__PURE__ */ import_react15.default.createElement(Trouble, { failure: list2.failure, again: list2.reload }), list2.rows?.length === 0 && /* @__PURE__ */ import_react15.default.createElement("p", null, "None."), list2.rows && list2.rows.length > 0 && /* @__PURE__ */ import_react15.default.createElement(import_react_table.Table, { "aria-label": "Deliveries", variant: "compact" }, /* @__PURE__ */ import_react15.default.createElement(import_react_table.Thead, null, /* @__PURE__ */ import_react15.default.createElement(import_react_table.Tr, null, /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, null, "Created"), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, null, "Message"), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, null, "Target"), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, null, "State"), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, null, "Attempts"), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, { width: 35 }, "Last error"), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Th, { screenReaderText: "Action" }))), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Tbody, null, list2.rows.map((delivery) => /* @__PURE__ */ import_react15.default.createElement(import_react_table.Tr, { key: delivery.id }, /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, { dataLabel: "Created" }, /* @__PURE__ */ import_react15.default.createElement(When, { time: delivery.createdAt })), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, { dataLabel: "Message" }, KINDS[delivery.kind]), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, { dataLabel: "Target", modifier: "breakWord" }, delivery.target), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, { dataLabel: "State" }, /* @__PURE__ */ import_react15.default.createElement(import_react_core8.Label, { status: STATES[delivery.state].status }, STATES[delivery.state].label)), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, { dataLabel: "Attempts" }, delivery.attempts), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, { dataLabel: "Last error", modifier: "breakWord" }, delivery.error && spoken(delivery.error)), /* @__PURE__ */ import_react15.default.createElement(import_react_table.Td, null, delivery.state === "FAILED" && /* @__PURE__ */ import_react15.default.createElement(ReasonedButton, { variant: "link", isInline: true, because: operate ? void 0 : OPERATORS_DO, onClick: () => void again(delivery) }, "Send again")))))), /* @__PURE__ */ import_react15.default.createElement(Pager, { rows: list2 }));
      };
    }
  });

  // src/alerts/AlertLists.tsx
  var import_react16, import_react_core9, import_react_table2, AlertLists, TargetTable, RuleTable, ProblemTable;
  var init_AlertLists = __esm({
    "src/alerts/AlertLists.tsx"() {
      "use strict";
      import_react16 = __toESM(require_react(), 1);
      import_react_core9 = __toESM(require_patternfly_core(), 1);
      import_react_table2 = __toESM(require_patternfly_table(), 1);
      init_alerts();
      init_jobs();
      init_me();
      init_Link();
      init_location();
      init_Nothing();
      init_Page();
      init_ReasonedButton();
      init_spoken();
      init_Trouble();
      init_useData();
      init_useRights();
      init_When();
      init_DeliveryList();
      init_words();
      AlertLists = () => {
        const { configure } = useRights();
        const targets = useData(alerts.targets, "alert targets", 5e3);
        const rules = useData(alerts.rules, "alert rules", 1e4);
        const problems = useData(alerts.problems, "alert problems", 5e3);
        const channels = useData(alerts.channels, "alert channels");
        const title = (id) => channels.data?.find((one3) => one3.id === id)?.title ?? id;
        const names3 = new Map((targets.data ?? []).map((one3) => [one3.id, one3.name]));
        const noTarget = targets.data?.length === 0;
        return /* @__PURE__ */ import_react16.default.createElement(
          Page,
          {
            title: "Alerts",
            about: "Who is notified when a problem opens and when it is over.",
            actions: [
              /* @__PURE__ */ import_react16.default.createElement(ReasonedButton, { key: "rule", because: !configure ? ADMINS_DO : noTarget ? "Add a target first." : void 0, onClick: () => open("alerts/rules/new") }, "Add rule")
            ]
          },
          /* @__PURE__ */ import_react16.default.createElement(Trouble, { failure: targets.failure ?? rules.failure ?? problems.failure, again: targets.reload }),
          !targets.data && targets.loading && /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Spinner, { "aria-label": "Loading" }),
          /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Content, { component: "h2" }, "Targets"),
          noTarget && /* @__PURE__ */ import_react16.default.createElement(Nothing, { title: "There are no targets" }, "A target is where messages are sent. Add one, send a test, then add a rule."),
          /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Flex, { gap: { default: "gapSm" }, alignItems: { default: "alignItemsCenter" } }, /* @__PURE__ */ import_react16.default.createElement("span", null, "Add target:"), (channels.data ?? []).map((channel) => /* @__PURE__ */ import_react16.default.createElement(ReasonedButton, { key: channel.id, variant: "secondary", because: configure ? void 0 : ADMINS_DO, onClick: () => open(`alerts/targets/new/${channel.id}`) }, channel.title))),
          targets.data && targets.data.length > 0 && /* @__PURE__ */ import_react16.default.createElement(TargetTable, { targets: targets.data, title }),
          /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Content, { component: "h2" }, "Rules"),
          rules.data?.length === 0 && /* @__PURE__ */ import_react16.default.createElement("p", null, "None. Nothing is sent without a rule."),
          rules.data && rules.data.length > 0 && /* @__PURE__ */ import_react16.default.createElement(RuleTable, { rules: rules.data, names: names3 }),
          /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Content, { component: "h2" }, "Open problems"),
          problems.data?.length === 0 && /* @__PURE__ */ import_react16.default.createElement("p", null, "None."),
          problems.data && problems.data.length > 0 && /* @__PURE__ */ import_react16.default.createElement(ProblemTable, { problems: problems.data }),
          /* @__PURE__ */ import_react16.default.createElement(DeliveryList, { targets: targets.data ?? [] })
        );
      };
      TargetTable = ({ targets, title }) => /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Table, { "aria-label": "Targets", variant: "compact" }, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Thead, null, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tr, null, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Name"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Channel"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, { modifier: "wrap" }, "Sent to"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "State"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, { modifier: "wrap" }, "Last sent"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, { width: 30 }, "Last error"))), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tbody, null, targets.map((target2) => /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tr, { key: target2.id }, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Name", modifier: "breakWord" }, /* @__PURE__ */ import_react16.default.createElement(Link, { page: `alerts/targets/${target2.id}` }, target2.name)), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Channel" }, title(target2.channel)), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Sent to", modifier: "breakWord" }, target2.sentTo), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "State" }, target2.enabled ? /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Label, { status: "success" }, "Enabled") : /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Label, null, "Disabled")), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Last sent" }, /* @__PURE__ */ import_react16.default.createElement(When, { time: target2.lastSentAt })), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Last error", modifier: "breakWord" }, target2.lastError && spoken(target2.lastError))))));
      RuleTable = ({ rules, names: names3 }) => /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Table, { "aria-label": "Rules", variant: "compact" }, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Thead, null, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tr, null, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Name"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, { width: 30 }, "Reports"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "To"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Quiet"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "State"))), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tbody, null, rules.map((rule2) => /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tr, { key: rule2.id }, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Name", modifier: "breakWord" }, /* @__PURE__ */ import_react16.default.createElement(Link, { page: `alerts/rules/${rule2.id}` }, rule2.name)), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Reports", modifier: "breakWord" }, conditionOf(rule2)), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "To", modifier: "breakWord" }, rule2.targets.map((id) => names3.get(id) ?? "a deleted target").join(", ")), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Quiet", modifier: "breakWord" }, quietOf(rule2)), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "State" }, rule2.enabled ? /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Label, { status: "success" }, "Enabled") : /* @__PURE__ */ import_react16.default.createElement(import_react_core9.Label, null, "Disabled"))))));
      ProblemTable = ({ problems }) => /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Table, { "aria-label": "Open problems", variant: "compact" }, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Thead, null, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tr, null, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Opened"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Connection"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Flow"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, null, "Failures"), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Th, { width: 50 }, "Cause"))), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tbody, null, problems.map((problem) => /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Tr, { key: problem.id }, /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Opened" }, /* @__PURE__ */ import_react16.default.createElement(When, { time: problem.openedAt })), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Connection" }, problem.connection), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Flow" }, wordsOf(problem.flow)), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Failures" }, problem.failures.toLocaleString()), /* @__PURE__ */ import_react16.default.createElement(import_react_table2.Td, { dataLabel: "Cause", modifier: "breakWord" }, /* @__PURE__ */ import_react16.default.createElement(Link, { page: `log/${problem.entry}` }, spoken(problem.cause)))))));
    }
  });

  // src/form/schedule.ts
  function scheduleOf(cron) {
    const text = cron.trim();
    const [second, minute = "", hour = "", dayOfMonth = "", month, day = "", ...more] = text.split(/\s+/);
    const other = { kind: "cron", text: cron };
    if (second !== "0" || month !== "*" || !["*", "?"].includes(dayOfMonth) || more.length > 0 || day === "") return other;
    const isEveryDay = day === "*" || day === "?";
    const minutes = /^(?:0|\*)\/(\d+)$/.exec(minute)?.[1] ?? (minute === "*" ? "1" : void 0);
    if (minutes !== void 0) return hour === "*" && isEveryDay && MINUTES.includes(Number(minutes)) ? { kind: "minutes", every: Number(minutes) } : other;
    if (!/^\d{1,2}$/.test(minute) || Number(minute) > 59) return other;
    const hours = /^(?:0|\*)\/(\d+)$/.exec(hour)?.[1] ?? (hour === "*" ? "1" : void 0);
    if (hours !== void 0) return isEveryDay && HOURS.includes(Number(hours)) ? { kind: "hours", every: Number(hours), minute: Number(minute) } : other;
    if (!/^\d{1,2}$/.test(hour) || Number(hour) > 23) return other;
    const time = `${two(hour)}:${two(minute)}`;
    if (isEveryDay) return { kind: "daily", time };
    const name = NUMBERED.includes(day.toUpperCase()) ? day.toUpperCase() : /^[0-7]$/.test(day) ? NUMBERED[(Number(day) + 6) % 7] : void 0;
    return name ? { kind: "weekly", day: name, time } : other;
  }
  function cronOf(schedule) {
    switch (schedule.kind) {
      case "minutes":
        return schedule.every === 1 ? "0 * * * * *" : `0 */${schedule.every} * * * *`;
      case "hours":
        return `0 ${schedule.minute} ${schedule.every === 1 ? "*" : `*/${schedule.every}`} * * *`;
      case "daily":
        return `0 ${at(schedule.time)} * * *`;
      case "weekly":
        return `0 ${at(schedule.time)} * * ${schedule.day}`;
      default:
        return schedule.text;
    }
  }
  function scheduleWords(schedule) {
    switch (schedule.kind) {
      case "minutes":
        return schedule.every === 1 ? "every minute" : `every ${schedule.every} minutes`;
      case "hours":
        return `${schedule.every === 1 ? "every hour" : `every ${schedule.every} hours`} at :${two(schedule.minute)}`;
      case "daily":
        return `every day at ${schedule.time}`;
      case "weekly":
        return `every ${DAYS2[schedule.day]} at ${schedule.time}`;
      default:
        return "";
    }
  }
  function asKind(schedule, kind) {
    if (schedule.kind === kind) return schedule;
    const time = "time" in schedule ? schedule.time : "02:00";
    if (kind === "minutes") return { kind, every: 5 };
    if (kind === "hours") return { kind, every: 1, minute: "time" in schedule ? Number(schedule.time.slice(3)) : 0 };
    if (kind === "daily") return { kind, time };
    if (kind === "weekly") return { kind, day: "MON", time };
    return { kind, text: cronOf(schedule) };
  }
  function at(time) {
    const [hour, minute] = time.split(":");
    return `${Number(minute)} ${Number(hour)}`;
  }
  function two(value) {
    return String(value).padStart(2, "0");
  }
  var DAYS2, MINUTES, HOURS, NUMBERED;
  var init_schedule = __esm({
    "src/form/schedule.ts"() {
      "use strict";
      DAYS2 = { MON: "Monday", TUE: "Tuesday", WED: "Wednesday", THU: "Thursday", FRI: "Friday", SAT: "Saturday", SUN: "Sunday" };
      MINUTES = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30];
      HOURS = [1, 2, 3, 4, 6, 8, 12];
      NUMBERED = Object.keys(DAYS2);
    }
  });

  // src/form/ScheduleInput.tsx
  var import_react17, import_react_core10, KINDS2, ScheduleInput;
  var init_ScheduleInput = __esm({
    "src/form/ScheduleInput.tsx"() {
      "use strict";
      import_react17 = __toESM(require_react(), 1);
      import_react_core10 = __toESM(require_patternfly_core(), 1);
      init_schedule();
      KINDS2 = { minutes: "Every few minutes", hours: "Every few hours", daily: "Every day", weekly: "Every week", cron: "Cron expression" };
      ScheduleInput = ({ id, title, value, zone, isDefault, isDisabled, validated, onChange }) => {
        const [isExpert, setExpert] = (0, import_react17.useState)(false);
        const read2 = scheduleOf(value);
        const schedule = isExpert ? { kind: "cron", text: value } : read2;
        const change = (next) => onChange(cronOf(next));
        const shared = { isDisabled, validated };
        return /* @__PURE__ */ import_react17.default.createElement(import_react17.default.Fragment, null, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.Flex, { gap: { default: "gapSm" } }, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FlexItem, null, /* @__PURE__ */ import_react17.default.createElement(
          import_react_core10.FormSelect,
          {
            ...shared,
            id: schedule.kind === "cron" ? `${id}-kind` : id,
            "aria-label": `${title}: how often`,
            value: schedule.kind,
            onChange: (_, kind) => {
              setExpert(kind === "cron");
              change(asKind(schedule.kind === "cron" ? read2 : schedule, kind));
            }
          },
          Object.entries(KINDS2).map(([kind, label]) => /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelectOption, { key: kind, value: kind, label }))
        )), (schedule.kind === "minutes" || schedule.kind === "hours") && /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FlexItem, null, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelect, { ...shared, "aria-label": `${title}: interval`, value: schedule.every, onChange: (_, every) => change({ ...schedule, every: Number(every) }) }, (schedule.kind === "minutes" ? MINUTES : HOURS).map((every) => /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelectOption, { key: every, value: every, label: scheduleWords({ ...schedule, every }).replace(/ at .*/, "") })))), schedule.kind === "hours" && /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FlexItem, null, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelect, { ...shared, "aria-label": `${title}: minute`, value: schedule.minute, onChange: (_, minute) => change({ ...schedule, minute: Number(minute) }) }, Array.from({ length: 60 }, (_, minute) => /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelectOption, { key: minute, value: minute, label: `at :${String(minute).padStart(2, "0")}` })))), schedule.kind === "weekly" && /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FlexItem, null, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelect, { ...shared, "aria-label": `${title}: day`, value: schedule.day, onChange: (_, day) => change({ ...schedule, day }) }, Object.entries(DAYS2).map(([day, label]) => /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FormSelectOption, { key: day, value: day, label })))), (schedule.kind === "daily" || schedule.kind === "weekly") && /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FlexItem, null, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.TextInput, { ...shared, type: "time", "aria-label": `${title}: time`, value: schedule.time, onChange: (_, time) => time && change({ ...schedule, time }) })), schedule.kind === "cron" && /* @__PURE__ */ import_react17.default.createElement(import_react_core10.FlexItem, null, /* @__PURE__ */ import_react17.default.createElement(import_react_core10.TextInput, { ...shared, id, type: "text", "aria-label": `${title}: cron expression`, value, onChange: (_, text) => onChange(text) }))), /* @__PURE__ */ import_react17.default.createElement("p", null, scheduleWords(schedule) ? `Runs ${scheduleWords(schedule)}, in ${zone}` : `Time zone: ${zone}`, isDefault && ": up to an hour later, so that not all connections start at once", "."));
      };
    }
  });

  // src/form/FormField.tsx
  function withoutHelp(error, field2) {
    return `${field2.title} ${error.split(` (${field2.title}`)[0]}`;
  }
  function canBeNone(field2) {
    return !field2.required && (field2.none !== void 0 || field2.initial == null);
  }
  function choiceOf(field2, picked) {
    return field2.choices.find((choice) => String(choice.id) === picked)?.id ?? null;
  }
  var import_react18, import_react_core11, FormField, Input, JsonInput;
  var init_FormField = __esm({
    "src/form/FormField.tsx"() {
      "use strict";
      import_react18 = __toESM(require_react(), 1);
      import_react_core11 = __toESM(require_patternfly_core(), 1);
      init_ScheduleInput();
      FormField = (props) => {
        const { field: field2, error, stored } = props;
        const id = `field-${field2.path}`;
        return /* @__PURE__ */ import_react18.default.createElement(import_react_core11.FormGroup, { label: field2.kind === "switch" ? void 0 : field2.title, fieldId: id, isRequired: field2.required && !stored }, /* @__PURE__ */ import_react18.default.createElement(Input, { ...props, id }), /* @__PURE__ */ import_react18.default.createElement(import_react_core11.FormHelperText, null, /* @__PURE__ */ import_react18.default.createElement(import_react_core11.HelperText, { id: `${id}-help` }, error && /* @__PURE__ */ import_react18.default.createElement(import_react_core11.HelperTextItem, { variant: "error" }, withoutHelp(error, field2)), field2.description && /* @__PURE__ */ import_react18.default.createElement(import_react_core11.HelperTextItem, null, field2.description))));
      };
      Input = ({ field: field2, value, error, stored, disabled, zone, onChange, id }) => {
        const shown2 = value === void 0 ? field2.initial : value;
        const shared = { id, "aria-describedby": `${id}-help`, isDisabled: disabled, validated: error ? "error" : "default" };
        switch (field2.kind) {
          case "switch":
            return /* @__PURE__ */ import_react18.default.createElement(import_react_core11.Switch, { id, label: field2.title, isChecked: shown2 === true, isDisabled: disabled, onChange: (_, on) => onChange(on) });
          case "select":
            return /* @__PURE__ */ import_react18.default.createElement(import_react_core11.FormSelect, { ...shared, value: shown2 == null ? "" : String(shown2), onChange: (_, picked) => onChange(choiceOf(field2, picked)) }, (shown2 == null || canBeNone(field2)) && /* @__PURE__ */ import_react18.default.createElement(import_react_core11.FormSelectOption, { value: "", label: field2.required ? "Choose" : field2.none ?? "None" }), field2.choices.map((choice) => /* @__PURE__ */ import_react18.default.createElement(import_react_core11.FormSelectOption, { key: choice.id, value: String(choice.id), label: choice.name })));
          case "secret":
            return /* @__PURE__ */ import_react18.default.createElement(
              import_react_core11.TextInput,
              {
                ...shared,
                type: "password",
                autoComplete: "new-password",
                value: value == null ? "" : String(value),
                placeholder: stored ? "Set; leave empty to keep it" : "Not set",
                onChange: (_, text) => onChange(text === "" ? void 0 : text)
              }
            );
          case "number":
            return /* @__PURE__ */ import_react18.default.createElement(import_react_core11.TextInput, { ...shared, type: "number", value: shown2 == null ? "" : Number(shown2), onChange: (_, text) => onChange(text === "" ? void 0 : Number(text)) });
          case "date":
            return /* @__PURE__ */ import_react18.default.createElement(import_react_core11.TextInput, { ...shared, type: "date", value: shown2 == null ? "" : String(shown2), onChange: (_, text) => onChange(text === "" ? void 0 : text) });
          case "time-zone":
            return /* @__PURE__ */ import_react18.default.createElement(import_react18.default.Fragment, null, /* @__PURE__ */ import_react18.default.createElement(import_react_core11.TextInput, { ...shared, type: "text", list: `${id}-zones`, value: shown2 == null ? "" : String(shown2), onChange: (_, text) => onChange(text) }), /* @__PURE__ */ import_react18.default.createElement("datalist", { id: `${id}-zones` }, Intl.supportedValuesOf("timeZone").map((zone2) => /* @__PURE__ */ import_react18.default.createElement("option", { key: zone2, value: zone2 }))));
          case "schedule":
            return /* @__PURE__ */ import_react18.default.createElement(ScheduleInput, { ...shared, title: field2.title, value: shown2 == null ? "" : String(shown2), isDefault: shown2 === field2.initial, zone: zone ?? "the hub's time zone", onChange });
          case "json":
            return /* @__PURE__ */ import_react18.default.createElement(JsonInput, { ...shared, value: shown2, onChange });
          default:
            return /* @__PURE__ */ import_react18.default.createElement(import_react_core11.TextInput, { ...shared, type: "text", value: shown2 == null ? "" : String(shown2), onChange: (_, text) => onChange(text) });
        }
      };
      JsonInput = ({ id, isDisabled, value, onChange }) => /* @__PURE__ */ import_react18.default.createElement(
        import_react_core11.TextArea,
        {
          id,
          isDisabled,
          resizeOrientation: "vertical",
          rows: 4,
          value: typeof value === "string" ? value : JSON.stringify(value ?? {}, null, 2),
          onChange: (_, text) => {
            try {
              onChange(JSON.parse(text));
            } catch {
              onChange(text);
            }
          }
        }
      );
    }
  });

  // src/hub/log.ts
  function aboutOf(entry2) {
    const number = /:([0-9]+)$/.exec(entry2.subject ?? "")?.[1];
    const subject = entry2.subjectName ? number ? `${entry2.subjectName} (${number})` : entry2.subjectName : entry2.subject;
    return [wordsOf(entry2.flow), subject, entry2.stepTitle ?? entry2.step].filter(Boolean).join(", ");
  }
  function pageOf(entry2) {
    const project = /^(?:project|link|revenue|sales-order):([0-9]+)$/.exec(entry2.subject ?? "")?.[1];
    return project && entry2.connection ? `projects/${entry2.connection}/${project}` : void 0;
  }
  var CLASSES, entry, logGroups, handle, exportAddress;
  var init_log = __esm({
    "src/hub/log.ts"() {
      "use strict";
      init_http();
      init_jobs();
      CLASSES = [
        "AUTHENTICATION",
        "PERMISSION",
        "CONFIGURATION",
        "VALIDATION",
        "MISSING_REFERENCE",
        "DUPLICATE",
        "RATE_LIMIT",
        "TRANSIENT",
        "OUTCOME_UNKNOWN",
        "BUG"
      ];
      entry = (id, signal) => get(`/api/log/${encodeURIComponent(id)}`, signal);
      logGroups = (search, sort, signal, limit) => get("/api/log/groups" + query({ ...search, sort, limit }), signal);
      handle = (problem, draft) => post(`/api/log/groups/${encodeURIComponent(problem)}/handling`, draft);
      exportAddress = (filters, format) => "/api/log/export" + query({ ...filters, format });
    }
  });

  // src/ui/Confirm.tsx
  var import_react19, import_react_core12, Confirm;
  var init_Confirm = __esm({
    "src/ui/Confirm.tsx"() {
      "use strict";
      import_react19 = __toESM(require_react(), 1);
      import_react_core12 = __toESM(require_patternfly_core(), 1);
      Confirm = ({ title, verb, danger = false, reasoned = false, typed, onConfirm, onClose, children }) => {
        const [reason, setReason] = (0, import_react19.useState)("");
        const [text, setText] = (0, import_react19.useState)("");
        const [busy, setBusy] = (0, import_react19.useState)(false);
        const confirm2 = async () => {
          setBusy(true);
          await onConfirm(reason.trim());
          setBusy(false);
          onClose();
        };
        return /* @__PURE__ */ import_react19.default.createElement(import_react_core12.Modal, { isOpen: true, variant: "small", onClose, "aria-label": title }, /* @__PURE__ */ import_react19.default.createElement(import_react_core12.ModalHeader, { title, titleIconVariant: danger ? "warning" : void 0 }), /* @__PURE__ */ import_react19.default.createElement(import_react_core12.ModalBody, null, children, typed !== void 0 && /* @__PURE__ */ import_react19.default.createElement(import_react_core12.Form, { onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react19.default.createElement(import_react_core12.FormGroup, { label: `Type ${typed} to confirm`, fieldId: "confirm-typed", isRequired: true }, /* @__PURE__ */ import_react19.default.createElement(import_react_core12.TextInput, { id: "confirm-typed", value: text, autoComplete: "off", onChange: (_, now) => setText(now) }))), reasoned && /* @__PURE__ */ import_react19.default.createElement(import_react_core12.Form, { onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react19.default.createElement(import_react_core12.FormGroup, { label: "Reason", fieldId: "confirm-reason", isRequired: true }, /* @__PURE__ */ import_react19.default.createElement(import_react_core12.TextInput, { id: "confirm-reason", value: reason, maxLength: 500, onChange: (_, text2) => setReason(text2) })))), /* @__PURE__ */ import_react19.default.createElement(import_react_core12.ModalFooter, null, /* @__PURE__ */ import_react19.default.createElement(import_react_core12.Button, { variant: danger ? "danger" : "primary", isLoading: busy, isDisabled: busy || reasoned && reason.trim() === "" || typed !== void 0 && text.trim() !== typed, onClick: () => void confirm2() }, verb), /* @__PURE__ */ import_react19.default.createElement(import_react_core12.Button, { variant: "link", onClick: onClose }, "Cancel")));
      };
    }
  });

  // src/hub/connections.ts
  var one, connections, systems;
  var init_connections = __esm({
    "src/hub/connections.ts"() {
      "use strict";
      init_http();
      one = (id) => `/api/connections/${encodeURIComponent(id)}`;
      connections = {
        all: (signal) => get("/api/connections", signal),
        one: (id, signal) => get(one(id), signal),
        state: (id, signal) => get(`${one(id)}/status`, signal),
        rights: (id, signal) => get(`${one(id)}/rights`, signal),
        check: (id) => post(`${one(id)}/check`),
        /** Checks unsaved values; secrets that are left out are those already stored. */
        checkDraft: (draft) => post("/api/connections/check", draft),
        create: (draft) => post("/api/connections", draft),
        save: (draft) => put(one(draft.id), draft),
        enable: (id, on) => post(`${one(id)}/${on ? "enable" : "disable"}`),
        sync: (id) => post(`${one(id)}/sync`),
        /** Reads all opportunities again, not only changes. */
        syncAll: (id) => post(`${one(id)}/sync?full=true`),
        /** Reads all opportunities again and closes those that are gone, regardless of the safety limit. */
        syncAndClose: (id) => post(`${one(id)}/sync?full=true&confirmClosing=true`),
        delete: (id) => remove(one(id))
      };
      systems = (signal) => get("/api/systems", signal);
    }
  });

  // src/ui/ConnectionFilter.tsx
  function useConnections() {
    return useData(connections.all, "connections");
  }
  var import_react20, ConnectionFilter;
  var init_ConnectionFilter = __esm({
    "src/ui/ConnectionFilter.tsx"() {
      "use strict";
      import_react20 = __toESM(require_react(), 1);
      init_connections();
      init_FilterSelect();
      init_useData();
      ConnectionFilter = ({ all, value, onChange }) => /* @__PURE__ */ import_react20.default.createElement(FilterSelect, { label: "Connection", value, options: all.map((one3) => ({ value: one3.id, label: one3.name })), onChange });
    }
  });

  // src/alerts/useDraft.ts
  function useDraft(initial, store, isNew) {
    const [draft, setDraft] = (0, import_react21.useState)(initial);
    const [failure, setFailure] = (0, import_react21.useState)();
    const [saving, setSaving] = (0, import_react21.useState)(false);
    const [changed, setChanged] = (0, import_react21.useState)(isNew);
    const errors = failure instanceof Refusal ? failure.problem.errors : [];
    return {
      draft,
      change: (changes) => {
        setDraft((before) => ({ ...before, ...changes }));
        setChanged(true);
      },
      error: (path) => errors.find((one3) => one3.field === path)?.message,
      failure,
      saving,
      changed,
      save: async () => {
        setSaving(true);
        try {
          await store(draft);
          setFailure(void 0);
          setChanged(false);
          import_react22.eventService.notify({ type: "success", message: `${draft.name}: saved.` });
        } catch (reason) {
          setFailure(reason);
        } finally {
          setSaving(false);
        }
      }
    };
  }
  var import_react21, import_react22;
  var init_useDraft = __esm({
    "src/alerts/useDraft.ts"() {
      "use strict";
      import_react21 = __toESM(require_react(), 1);
      import_react22 = __toESM(require_hawtio(), 1);
      init_http();
    }
  });

  // src/alerts/RulePage.tsx
  function draftOf({ name, enabled, connection, classes, flow, atLeast, afterMinutes, quietHours, targets }) {
    return { name, enabled, connection, classes, flow, atLeast, afterMinutes, quietHours, targets };
  }
  var import_react23, import_react_core13, EMPTY, field, NewRule, RulePage, Loaded, RuleForm, Group;
  var init_RulePage = __esm({
    "src/alerts/RulePage.tsx"() {
      "use strict";
      import_react23 = __toESM(require_react(), 1);
      import_react_core13 = __toESM(require_patternfly_core(), 1);
      init_FormField();
      init_alerts();
      init_log();
      init_me();
      init_act();
      init_Confirm();
      init_ConnectionFilter();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_Trouble();
      init_useData();
      init_useRights();
      init_words();
      init_useDraft();
      EMPTY = { name: "", enabled: true, classes: [], atLeast: 1, afterMinutes: 0, targets: [] };
      field = (path, title, kind, description, more = {}) => ({
        path,
        title,
        kind,
        description,
        required: false,
        initial: void 0,
        choices: [],
        ...more
      });
      NewRule = () => /* @__PURE__ */ import_react23.default.createElement(Loaded, { rule: void 0, isNew: true });
      RulePage = ({ id }) => {
        const rule2 = useData((signal) => alerts.rule(id, signal), `alert rule ${id}`);
        return /* @__PURE__ */ import_react23.default.createElement(Loaded, { rule: rule2.data, failure: rule2.failure, isNew: false });
      };
      Loaded = ({ rule: rule2, failure, isNew }) => {
        const targets = useData(alerts.targets, "alert targets");
        const connections2 = useConnections();
        const trouble = failure ?? targets.failure ?? connections2.failure;
        if (targets.data && connections2.data && (rule2 || isNew)) return /* @__PURE__ */ import_react23.default.createElement(RuleForm, { rule: rule2, targets: targets.data, connections: connections2.data });
        return /* @__PURE__ */ import_react23.default.createElement(Page, { title: "Alerts", about: "A rule of alerts." }, trouble ? /* @__PURE__ */ import_react23.default.createElement(Trouble, { failure: trouble }) : /* @__PURE__ */ import_react23.default.createElement(import_react_core13.Spinner, { "aria-label": "Loading" }));
      };
      RuleForm = ({ rule: rule2, targets, connections: connections2 }) => {
        const { configure } = useRights();
        const [deleting, setDeleting] = (0, import_react23.useState)(false);
        const form = useDraft(
          rule2 ? draftOf(rule2) : EMPTY,
          async (draft2) => {
            if (rule2) await alerts.saveRule(rule2.id, draft2);
            else await alerts.createRule(draft2);
            open("alerts");
          },
          !rule2
        );
        const { draft, change, error } = form;
        const quiet = draft.quietHours ?? {};
        const quieten = (changes) => {
          const now = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...quiet, ...changes };
          change({ quietHours: now.from || now.to || now.days?.length ? now : void 0 });
        };
        const shown2 = (one3, value, onChange) => /* @__PURE__ */ import_react23.default.createElement(FormField, { key: one3.path, field: one3, value, error: error(one3.path), disabled: !configure, onChange });
        const text = (value) => value == null || value === "" ? void 0 : String(value);
        const boxes = (name, all, picked, pick) => all.map((one3) => /* @__PURE__ */ import_react23.default.createElement(
          import_react_core13.Checkbox,
          {
            key: one3.value,
            id: `${name}-${one3.value}`,
            label: one3.label,
            isChecked: picked.includes(one3.value),
            isDisabled: !configure,
            onChange: (_, on) => pick(on ? [...picked, one3.value] : picked.filter((other) => other !== one3.value))
          }
        ));
        return /* @__PURE__ */ import_react23.default.createElement(
          Page,
          {
            title: rule2 ? rule2.name : "New rule",
            about: "What is reported, where and when. It applies to problems that open after it was enabled.",
            actions: [
              /* @__PURE__ */ import_react23.default.createElement(import_react_core13.Switch, { key: "enabled", id: "enabled", label: "Enabled", isChecked: draft.enabled, isDisabled: !configure, onChange: (_, enabled) => change({ enabled }) }),
              /* @__PURE__ */ import_react23.default.createElement(ReasonedButton, { key: "save", because: !configure ? ADMINS_DO : form.changed ? void 0 : "There are no changes.", isDisabled: form.saving, isLoading: form.saving, onClick: () => void form.save() }, "Save"),
              /* @__PURE__ */ import_react23.default.createElement(import_react_core13.Button, { key: "back", variant: "link", onClick: () => open("alerts") }, "Back"),
              ...rule2 ? [
                /* @__PURE__ */ import_react23.default.createElement(ReasonedButton, { key: "delete", variant: "link", isDanger: true, because: configure ? void 0 : ADMINS_DO, onClick: () => setDeleting(true) }, "Delete")
              ] : []
            ]
          },
          /* @__PURE__ */ import_react23.default.createElement(import_react_core13.Form, { isWidthLimited: true, onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react23.default.createElement(Trouble, { failure: form.failure }), shown2(field("name", "Name", "text", "The display name.", { required: true }), draft.name, (name) => change({ name: String(name ?? "") })), /* @__PURE__ */ import_react23.default.createElement(Group, { label: "Targets", error: error("targets"), required: true }, boxes("target", targets.map((one3) => ({ value: String(one3.id), label: one3.name })), draft.targets.map(String), (now) => change({ targets: now.map(Number) }))), shown2(
            field("connection", "Connection", "select", "Blank: all connections, and what concerns none.", { none: "All connections", choices: connections2.map((one3) => ({ id: one3.id, name: one3.name })) }),
            draft.connection,
            (connection) => change({ connection: text(connection) })
          ), shown2(field("flow", "Flow", "text", "As in the log, such as push-project. Blank: all."), draft.flow, (flow) => change({ flow: text(flow) })), /* @__PURE__ */ import_react23.default.createElement(Group, { label: "Failure classes", help: "None: all.", error: error("classes") }, boxes("class", CLASSES.map((one3) => ({ value: one3, label: one3 })), draft.classes, (classes) => change({ classes }))), shown2(field("atLeast", "From how many failures", "number", "Repetitions count.", { initial: 1 }), draft.atLeast, (value) => change({ atLeast: Number(value ?? 1) })), shown2(field("afterMinutes", "After how many minutes", "number", "Reported only if it is still open then.", { initial: 0 }), draft.afterMinutes, (value) => change({ afterMinutes: Number(value ?? 0) })), /* @__PURE__ */ import_react23.default.createElement(import_react_core13.FormFieldGroup, { header: /* @__PURE__ */ import_react23.default.createElement(import_react_core13.FormFieldGroupHeader, { titleText: { text: "Quiet hours", id: "quiet-hours" }, titleDescription: "What happens then is one digest afterwards." }) }, shown2(field("quietHours.from", "From", "text", "Such as 22:00. Blank: no quiet hours."), quiet.from, (from) => quieten({ from: text(from) })), shown2(field("quietHours.to", "To", "text", "Such as 07:00."), quiet.to, (to) => quieten({ to: text(to) })), /* @__PURE__ */ import_react23.default.createElement(Group, { label: "Quiet days", help: "Quiet as a whole.", error: error("quietHours.days") }, boxes("day", DAYS.map((day) => ({ value: day, label: dayOf(day) })), quiet.days ?? [], (days) => quieten({ days }))), shown2(field("quietHours.timeZone", "Time zone", "time-zone", "Such as Europe/Berlin."), quiet.timeZone, (timeZone) => quieten({ timeZone: text(timeZone) })))),
          deleting && rule2 && /* @__PURE__ */ import_react23.default.createElement(
            Confirm,
            {
              title: `Delete ${rule2.name}?`,
              verb: "Delete",
              danger: true,
              onClose: () => setDeleting(false),
              onConfirm: async () => {
                const gone = await act(async () => (await alerts.deleteRule(rule2.id), true), `${rule2.name} is deleted.`);
                if (gone) open("alerts");
              }
            },
            "Problems that it has reported are still reported as over."
          )
        );
      };
      Group = ({ label, help: help2, error, required = false, children }) => /* @__PURE__ */ import_react23.default.createElement(import_react_core13.FormGroup, { label, role: "group", isRequired: required, isStack: true }, children, /* @__PURE__ */ import_react23.default.createElement(import_react_core13.FormHelperText, null, /* @__PURE__ */ import_react23.default.createElement(import_react_core13.HelperText, null, error && /* @__PURE__ */ import_react23.default.createElement(import_react_core13.HelperTextItem, { variant: "error" }, `${label} ${error}`), help2 && /* @__PURE__ */ import_react23.default.createElement(import_react_core13.HelperTextItem, null, help2))));
    }
  });

  // src/form/schema.ts
  function groupsOf(schema) {
    return Object.entries(schema.properties ?? {}).filter(([, group]) => group.properties).map(([name, group]) => ({ path: name, title: group.title ?? name, description: group.description ?? "", fields: fieldsOf(group, name + ".") }));
  }
  function fieldsOf(schema, prefix = "") {
    return Object.entries(schema.properties ?? {}).flatMap(
      ([name, field2]) => field2.properties ? fieldsOf(field2, `${prefix}${name}.`) : [fieldOf(prefix + name, field2, schema.required?.includes(name) ?? false)]
    );
  }
  function fieldOf(path, field2, required) {
    return {
      path,
      title: field2.title ?? path,
      description: field2.description ?? "",
      kind: kindOf(field2),
      required: required && field2.default === void 0,
      initial: field2.default,
      choices: (field2.enum ?? []).map((value) => ({ id: value, name: String(value) }))
    };
  }
  function kindOf(field2) {
    const types = [field2.type ?? "string"].flat();
    if (field2.writeOnly) return "secret";
    if (field2.enum) return "select";
    if (types.includes("boolean")) return "switch";
    if (types.includes("object") || types.includes("array")) return "json";
    if (field2.format === "date" || field2.format === "time-zone") return field2.format;
    if (field2.format === "cron") return "schedule";
    if (!types.includes("string") && (types.includes("integer") || types.includes("number"))) return "number";
    return "text";
  }
  var init_schema = __esm({
    "src/form/schema.ts"() {
      "use strict";
    }
  });

  // src/form/values.ts
  function valueAt(values, path) {
    return path.split(".").reduce((at2, name) => at2 && typeof at2 === "object" ? at2[name] : void 0, values);
  }
  function withValue(values, path, value) {
    const [name = "", ...rest] = path.split(".");
    const copy = { ...values };
    if (rest.length > 0) copy[name] = withValue(copy[name] ?? {}, rest.join("."), value);
    else if (value === void 0) delete copy[name];
    else copy[name] = value;
    return copy;
  }
  var init_values = __esm({
    "src/form/values.ts"() {
      "use strict";
    }
  });

  // src/alerts/TargetPage.tsx
  var import_react24, import_react_core14, NAME, NewTarget, TargetPage, Loading, TargetForm;
  var init_TargetPage = __esm({
    "src/alerts/TargetPage.tsx"() {
      "use strict";
      import_react24 = __toESM(require_react(), 1);
      import_react_core14 = __toESM(require_patternfly_core(), 1);
      init_FormField();
      init_schema();
      init_values();
      init_alerts();
      init_me();
      init_act();
      init_Confirm();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_Trouble();
      init_useData();
      init_useRights();
      init_useDraft();
      NAME = { path: "name", title: "Name", kind: "text", required: true, initial: "", choices: [], description: "The display name." };
      NewTarget = ({ channel }) => {
        const channels = useData(alerts.channels, "alert channels");
        const form = channels.data?.find((one3) => one3.id === channel);
        return form ? /* @__PURE__ */ import_react24.default.createElement(TargetForm, { channel: form }) : /* @__PURE__ */ import_react24.default.createElement(Loading, { failure: channels.failure });
      };
      TargetPage = ({ id }) => {
        const channels = useData(alerts.channels, "alert channels");
        const target2 = useData((signal) => alerts.target(id, signal), `alert target ${id}`);
        const form = channels.data?.find((one3) => one3.id === target2.data?.channel);
        return form && target2.data ? /* @__PURE__ */ import_react24.default.createElement(TargetForm, { channel: form, target: target2.data }) : /* @__PURE__ */ import_react24.default.createElement(Loading, { failure: target2.failure ?? channels.failure });
      };
      Loading = ({ failure }) => /* @__PURE__ */ import_react24.default.createElement(Page, { title: "Alerts", about: "A target of alerts." }, failure ? /* @__PURE__ */ import_react24.default.createElement(Trouble, { failure }) : /* @__PURE__ */ import_react24.default.createElement(import_react_core14.Spinner, { "aria-label": "Loading" }));
      TargetForm = ({ channel, target: target2 }) => {
        const { configure } = useRights();
        const [secrets, setSecrets] = (0, import_react24.useState)(target2?.secrets ?? []);
        const [testing, setTesting] = (0, import_react24.useState)(false);
        const [deleting, setDeleting] = (0, import_react24.useState)(false);
        const initial = { name: target2?.name ?? "", channel: channel.id, enabled: target2?.enabled ?? true, settings: target2?.settings ?? {} };
        const form = useDraft(
          initial,
          async (draft) => {
            if (!target2) open(`alerts/targets/${(await alerts.createTarget(draft)).id}`);
            else setSecrets((await alerts.saveTarget(target2.id, draft)).secrets);
          },
          !target2
        );
        const test = async () => {
          if (!target2) return;
          setTesting(true);
          await act(
            async () => tested((await alerts.test(target2.id)).delivery),
            (done) => done.state === "SENT" ? `A test was sent to ${target2.name}.` : `The test was not delivered: ${done.error ?? "it is still waiting"}`,
            (done) => done.state === "SENT"
          );
          setTesting(false);
        };
        return /* @__PURE__ */ import_react24.default.createElement(
          Page,
          {
            title: target2 ? target2.name : `New target: ${channel.title}`,
            about: target2 ? `${channel.title}: where alerts are sent.` : "Save it, then send a test.",
            actions: [
              /* @__PURE__ */ import_react24.default.createElement(import_react_core14.Switch, { key: "enabled", id: "enabled", label: "Enabled", isChecked: form.draft.enabled, isDisabled: !configure, onChange: (_, enabled) => form.change({ enabled }) }),
              /* @__PURE__ */ import_react24.default.createElement(ReasonedButton, { key: "save", because: !configure ? ADMINS_DO : form.changed ? void 0 : "There are no changes.", isDisabled: form.saving, isLoading: form.saving, onClick: () => void form.save() }, "Save"),
              /* @__PURE__ */ import_react24.default.createElement(
                ReasonedButton,
                {
                  key: "test",
                  variant: "secondary",
                  because: !configure ? ADMINS_DO : !target2 || form.changed ? "Save it first." : void 0,
                  isDisabled: testing,
                  isLoading: testing,
                  onClick: () => void test()
                },
                "Send test"
              ),
              /* @__PURE__ */ import_react24.default.createElement(import_react_core14.Button, { key: "back", variant: "link", onClick: () => open("alerts") }, "Back"),
              ...target2 ? [
                /* @__PURE__ */ import_react24.default.createElement(ReasonedButton, { key: "delete", variant: "link", isDanger: true, because: configure ? void 0 : ADMINS_DO, onClick: () => setDeleting(true) }, "Delete")
              ] : []
            ]
          },
          /* @__PURE__ */ import_react24.default.createElement(import_react_core14.Form, { isWidthLimited: true, onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react24.default.createElement(Trouble, { failure: form.failure }), /* @__PURE__ */ import_react24.default.createElement(FormField, { field: NAME, value: form.draft.name, error: form.error("name"), disabled: !configure, onChange: (name) => form.change({ name: String(name) }) }), fieldsOf(channel.settings).map((field2) => /* @__PURE__ */ import_react24.default.createElement(
            FormField,
            {
              key: field2.path,
              field: field2,
              value: valueAt(form.draft.settings, field2.path),
              error: form.error(`settings.${field2.path}`),
              stored: secrets.includes(field2.path),
              disabled: !configure,
              onChange: (value) => form.change({ settings: withValue(form.draft.settings, field2.path, value) })
            }
          ))),
          deleting && target2 && /* @__PURE__ */ import_react24.default.createElement(
            Confirm,
            {
              title: `Delete ${target2.name}?`,
              verb: "Delete",
              danger: true,
              onClose: () => setDeleting(false),
              onConfirm: async () => {
                const gone = await act(async () => (await alerts.deleteTarget(target2.id), true), `${target2.name} is deleted.`);
                if (gone) open("alerts");
              }
            },
            "This also deletes its messages. To pause the target, disable it instead."
          )
        );
      };
    }
  });

  // src/alerts/Alerts.tsx
  var import_react25, Alerts;
  var init_Alerts = __esm({
    "src/alerts/Alerts.tsx"() {
      "use strict";
      import_react25 = __toESM(require_react(), 1);
      init_location();
      init_AlertLists();
      init_RulePage();
      init_TargetPage();
      Alerts = () => {
        const { rest } = usePlace("alerts");
        const [first = "", second = "", third] = rest.split("/");
        if (first === "targets" && second === "new" && third) return /* @__PURE__ */ import_react25.default.createElement(NewTarget, { key: third, channel: third });
        if (first === "targets" && second) return /* @__PURE__ */ import_react25.default.createElement(TargetPage, { key: second, id: second });
        if (first === "rules" && second === "new") return /* @__PURE__ */ import_react25.default.createElement(NewRule, null);
        if (first === "rules" && second) return /* @__PURE__ */ import_react25.default.createElement(RulePage, { key: second, id: second });
        return /* @__PURE__ */ import_react25.default.createElement(AlertLists, null);
      };
    }
  });

  // src/hub/drift.ts
  var drift;
  var init_drift = __esm({
    "src/hub/drift.ts"() {
      "use strict";
      init_http();
      drift = {
        address: (connection) => `/api/connections/${encodeURIComponent(connection)}/drift`,
        /** Checks now; nothing is changed. */
        check: (connection) => post(drift.address(connection)),
        decide: (connection, finding, action, reason) => post(`${drift.address(connection)}/${finding}/${action}`, { reason })
      };
    }
  });

  // src/drift/words.ts
  function kindOf2(finding) {
    const kind = KINDS3[finding.kind] ?? finding.kind;
    return finding.field ? `${kind}: ${finding.field}` : kind;
  }
  function nowOf(finding) {
    const more = finding.covers.length;
    const records = `${more.toLocaleString()} ${more === 1 ? "record" : "records"}`;
    if (finding.kind === "deleted" || finding.kind === "phase-gone") return more === 0 ? "not there" : `not there, with ${records} below it`;
    if (finding.kind === "twin") return [finding.found, finding.remoteId && `(${finding.remoteId})`].filter(Boolean).join(" ");
    return (finding.found ?? "empty") + (more === 0 ? "" : `, also in ${records}`);
  }
  function summaryOf(drift2) {
    if (!drift2.supported) return "This system has no drift check.";
    if (!drift2.checkedAt) return "Not checked yet.";
    const differences = drift2.open === 0 ? "no open differences" : `${drift2.open.toLocaleString()} open ${drift2.open === 1 ? "difference" : "differences"}`;
    const incomplete = drift2.incomplete === 0 ? "" : `, ${drift2.incomplete.toLocaleString()} could not be compared`;
    return `${drift2.checked.toLocaleString()} checked, ${differences}${incomplete}.`;
  }
  var KINDS3, ACTIONS, STATES2;
  var init_words2 = __esm({
    "src/drift/words.ts"() {
      "use strict";
      KINDS3 = {
        deleted: "Deleted",
        "phase-gone": "Phase deleted",
        renamed: "Renamed",
        moved: "Moved",
        hours: "Hours changed",
        revenue: "Amount changed",
        twin: "Twin",
        "inactive-value": "Inactive value"
      };
      ACTIONS = {
        "make-again": {
          label: "Make again",
          about: "Runs the plan that created it again. It first looks for the record, and creates or writes it only if necessary.",
          done: "The plan runs again."
        },
        "take-over": { label: "Take over", about: "What the system holds now is right. It is reported again only if it changes again. Nothing is sent.", done: "Taken over." },
        forget: { label: "Forget", about: "The record is no longer expected. It is not created again. Nothing is sent.", done: "Forgotten." }
      };
      STATES2 = { OPEN: "Open", MADE_AGAIN: "Made again", TAKEN_OVER: "Taken over", FORGOTTEN: "Forgotten" };
    }
  });

  // src/drift/FindingTable.tsx
  var import_react26, import_react_core15, import_react_table3, FindingTable;
  var init_FindingTable = __esm({
    "src/drift/FindingTable.tsx"() {
      "use strict";
      import_react26 = __toESM(require_react(), 1);
      import_react_core15 = __toESM(require_patternfly_core(), 1);
      import_react_table3 = __toESM(require_patternfly_table(), 1);
      init_drift();
      init_me();
      init_act();
      init_Confirm();
      init_ReasonedButton();
      init_useRights();
      init_When();
      init_words2();
      FindingTable = ({ title, connection, findings, reload }) => {
        const { operate } = useRights();
        const [asked4, setAsked] = (0, import_react26.useState)();
        return /* @__PURE__ */ import_react26.default.createElement(import_react26.default.Fragment, null, /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Table, { "aria-label": title, variant: "compact" }, /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Thead, null, /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Tr, null, /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Th, { width: 15, modifier: "wrap" }, "Difference"), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Th, { width: 25, modifier: "wrap" }, "Record"), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Th, { width: 20, modifier: "wrap" }, "Made"), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Th, { width: 20, modifier: "wrap" }, "Now"), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Th, { modifier: "wrap" }, "Decision"))), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Tbody, null, findings.map((finding) => /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Tr, { key: finding.id }, /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Td, { dataLabel: "Difference" }, kindOf2(finding)), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Td, { dataLabel: "Record", modifier: "breakWord" }, finding.link ? /* @__PURE__ */ import_react26.default.createElement("a", { href: finding.link, target: "_blank", rel: "noreferrer noopener" }, finding.title) : finding.title), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Td, { dataLabel: "Made", modifier: "breakWord" }, finding.made), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Td, { dataLabel: "Now", modifier: "breakWord" }, nowOf(finding)), /* @__PURE__ */ import_react26.default.createElement(import_react_table3.Td, { dataLabel: "Decision", modifier: "breakWord" }, finding.state === "OPEN" ? /* @__PURE__ */ import_react26.default.createElement(import_react_core15.Flex, { gap: { default: "gapSm" } }, finding.actions.map((action) => /* @__PURE__ */ import_react26.default.createElement(ReasonedButton, { key: action, variant: "secondary", size: "sm", because: operate ? void 0 : OPERATORS_DO, onClick: () => setAsked({ finding, action }) }, ACTIONS[action].label))) : /* @__PURE__ */ import_react26.default.createElement(import_react26.default.Fragment, null, STATES2[finding.state], " ", /* @__PURE__ */ import_react26.default.createElement(When, { time: finding.decidedAt }), " by ", finding.decidedBy, ": ", finding.reason)))))), asked4 && /* @__PURE__ */ import_react26.default.createElement(
          Confirm,
          {
            title: `${ACTIONS[asked4.action].label}: ${asked4.finding.title}`,
            verb: ACTIONS[asked4.action].label,
            reasoned: true,
            onClose: () => setAsked(void 0),
            onConfirm: async (reason) => {
              await act(() => drift.decide(connection, asked4.finding.id, asked4.action, reason), ACTIONS[asked4.action].done);
              reload();
            }
          },
          ACTIONS[asked4.action].about
        ));
      };
    }
  });

  // src/drift/DriftPage.tsx
  var import_react27, import_react_core16, LIVE_MILLIS, DriftPage, Report;
  var init_DriftPage = __esm({
    "src/drift/DriftPage.tsx"() {
      "use strict";
      import_react27 = __toESM(require_react(), 1);
      import_react_core16 = __toESM(require_patternfly_core(), 1);
      init_drift();
      init_http();
      init_me();
      init_act();
      init_Link();
      init_location();
      init_Nothing();
      init_Page();
      init_Pager();
      init_ReasonedButton();
      init_spoken();
      init_Trouble();
      init_useData();
      init_useRights();
      init_useRows();
      init_When();
      init_FindingTable();
      init_words2();
      LIVE_MILLIS = 3e3;
      DriftPage = ({ connection }) => {
        const { operate } = useRights();
        const state = useData((signal) => get(`${drift.address(connection)}?limit=1`, signal), `drift ${connection}`, LIVE_MILLIS);
        const list2 = useRows(drift.address(connection), "reports", {}, LIVE_MILLIS);
        const reload = () => {
          state.reload();
          list2.reload();
        };
        const running = state.data?.job !== void 0;
        return /* @__PURE__ */ import_react27.default.createElement(
          Page,
          {
            title: "Drift",
            about: `What the PSA holds differently from what ${connection} created. Nothing is changed without a decision.`,
            actions: [
              /* @__PURE__ */ import_react27.default.createElement(
                ReasonedButton,
                {
                  key: "check",
                  because: !operate ? OPERATORS_DO : state.data?.supported === false ? "This system has no drift check." : running ? "A check is waiting or running." : void 0,
                  onClick: () => void act(() => drift.check(connection), "Check started.").then(reload)
                },
                "Check now"
              ),
              /* @__PURE__ */ import_react27.default.createElement(import_react_core16.Button, { key: "back", variant: "link", onClick: () => open(`apps/${connection}`) }, "Connection")
            ]
          },
          /* @__PURE__ */ import_react27.default.createElement(Trouble, { failure: state.failure ?? list2.failure, again: reload }),
          !state.data && state.loading && /* @__PURE__ */ import_react27.default.createElement(import_react_core16.Spinner, { "aria-label": "Loading" }),
          state.data && /* @__PURE__ */ import_react27.default.createElement(import_react_core16.Alert, { isInline: true, variant: state.data.open > 0 || state.data.incomplete > 0 ? "warning" : "info", title: running ? "A check is waiting or running." : summaryOf(state.data) }, state.data.checkedAt && /* @__PURE__ */ import_react27.default.createElement(import_react27.default.Fragment, null, "Last checked ", /* @__PURE__ */ import_react27.default.createElement(When, { time: state.data.checkedAt }), ".")),
          state.data && list2.rows?.length === 0 && /* @__PURE__ */ import_react27.default.createElement(Nothing, { title: state.data.checkedAt ? "No differences" : "Not checked yet" }, state.data.checkedAt ? "Everything that was compared is as it was made." : "Click Check now, or wait for the schedule in the settings of the connection."),
          list2.rows?.map((report) => /* @__PURE__ */ import_react27.default.createElement(Report, { key: report.scope, connection, report, reload })),
          /* @__PURE__ */ import_react27.default.createElement(Pager, { rows: list2 })
        );
      };
      Report = ({ connection, report, reload }) => {
        const title = report.project ? `${report.project} ${report.name ?? ""}`.trim() : report.scope;
        return /* @__PURE__ */ import_react27.default.createElement(import_react27.default.Fragment, null, /* @__PURE__ */ import_react27.default.createElement(import_react_core16.Content, { component: "h2" }, report.project ? /* @__PURE__ */ import_react27.default.createElement(Link, { page: `projects/${connection}/${report.project}` }, title) : title), !report.complete && /* @__PURE__ */ import_react27.default.createElement(import_react_core16.Alert, { isInline: true, variant: "warning", title: "It could not be compared. Differences below are those of an earlier check." }, report.cause && spoken(report.cause)), report.findings.length > 0 && /* @__PURE__ */ import_react27.default.createElement(FindingTable, { title, connection, findings: report.findings, reload }));
      };
    }
  });

  // src/drift/DriftLine.tsx
  var import_react28, DriftLine;
  var init_DriftLine = __esm({
    "src/drift/DriftLine.tsx"() {
      "use strict";
      import_react28 = __toESM(require_react(), 1);
      init_drift();
      init_http();
      init_Link();
      init_useData();
      init_words2();
      DriftLine = ({ connection }) => {
        const { data } = useData((signal) => get(`${drift.address(connection)}?limit=1`, signal), `drift of ${connection}`);
        if (!data?.supported) return null;
        return /* @__PURE__ */ import_react28.default.createElement("p", null, /* @__PURE__ */ import_react28.default.createElement(Link, { page: `apps/${connection}/drift` }, "Drift"), ": ", summaryOf(data));
      };
    }
  });

  // src/ui/useUnsaved.ts
  function useUnsaved(has) {
    (0, import_react29.useEffect)(() => {
      setUnsaved(has);
      return () => setUnsaved(false);
    }, [has]);
  }
  var import_react29;
  var init_useUnsaved = __esm({
    "src/ui/useUnsaved.ts"() {
      "use strict";
      import_react29 = __toESM(require_react(), 1);
      init_leaving();
    }
  });

  // src/form/errors.ts
  function located(errors, fields) {
    const at2 = (error) => fields.findIndex((field2) => error.field === field2.path || error.field === `settings.${field2.path}`);
    return [...errors].sort((one3, other) => (at2(one3) < 0 ? fields.length : at2(one3)) - (at2(other) < 0 ? fields.length : at2(other))).map((error) => {
      const field2 = fields[at2(error)];
      return { path: field2?.path, label: field2?.title ?? error.field, message: field2 ? error.message.split(` (${field2.title}`)[0] : error.message };
    });
  }
  var init_errors = __esm({
    "src/form/errors.ts"() {
      "use strict";
    }
  });

  // src/form/FieldErrors.tsx
  function focusField(path) {
    setTimeout(() => {
      const field2 = document.getElementById(`field-${path}`);
      field2?.scrollIntoView({ block: "nearest" });
      field2?.focus({ preventScroll: true });
    });
  }
  var import_react30, import_react_core17, FieldErrors, Label3;
  var init_FieldErrors = __esm({
    "src/form/FieldErrors.tsx"() {
      "use strict";
      import_react30 = __toESM(require_react(), 1);
      import_react_core17 = __toESM(require_patternfly_core(), 1);
      init_spoken();
      init_errors();
      FieldErrors = ({ failure, errors, fields }) => {
        const found2 = located(errors, fields);
        (0, import_react30.useEffect)(() => {
          const first = found2.find((error) => error.path !== void 0);
          if (first) focusField(first.path);
        }, [failure]);
        if (!failure) return null;
        if (errors.length === 0) return /* @__PURE__ */ import_react30.default.createElement(import_react_core17.Alert, { isInline: true, variant: "danger", title: spoken(failure.message) });
        return /* @__PURE__ */ import_react30.default.createElement(import_react_core17.Alert, { isInline: true, variant: "danger", title: errors.length === 1 ? "1 field needs attention." : `${errors.length} fields need attention.` }, /* @__PURE__ */ import_react30.default.createElement(import_react_core17.List, null, found2.map((error) => /* @__PURE__ */ import_react30.default.createElement(import_react_core17.ListItem, { key: error.label + error.message }, /* @__PURE__ */ import_react30.default.createElement(Label3, { error }), " ", spoken(error.message)))));
      };
      Label3 = ({ error: { path, label } }) => path === void 0 ? /* @__PURE__ */ import_react30.default.createElement("strong", null, label) : /* @__PURE__ */ import_react30.default.createElement(import_react_core17.Button, { variant: "link", isInline: true, onClick: () => focusField(path) }, label);
    }
  });

  // src/apps/AppForm.tsx
  function rank(own, group) {
    const at2 = own.indexOf(group.path);
    return at2 < 0 ? own.length : at2;
  }
  var import_react31, import_react_core18, ID, NAME2, AppForm, GroupSection;
  var init_AppForm = __esm({
    "src/apps/AppForm.tsx"() {
      "use strict";
      import_react31 = __toESM(require_react(), 1);
      import_react_core18 = __toESM(require_patternfly_core(), 1);
      init_FormField();
      init_schema();
      init_values();
      init_FieldErrors();
      init_location();
      ID = { path: "id", title: "Id", kind: "text", required: true, initial: "", choices: [], description: "Lower-case letters, digits and hyphens, such as northwind-projects. It is used in URLs and logs and cannot be changed later." };
      NAME2 = { path: "name", title: "Name", kind: "text", required: true, initial: "", choices: [], description: "The display name." };
      AppForm = ({ app, schema, secrets, isNew, disabled }) => {
        const error = (path) => app.errors.find((one3) => one3.field === path || one3.field === `settings.${path}`)?.message;
        const own = [app.draft.system, "scopestack"];
        const shown2 = groupsOf(schema).sort((a, b) => rank(own, a) - rank(own, b));
        const wanted = usePlace("apps").filters["field"] ?? "";
        (0, import_react31.useEffect)(() => {
          if (wanted) focusField(wanted);
        }, [wanted]);
        const field2 = (one3, value, change) => /* @__PURE__ */ import_react31.default.createElement(FormField, { key: one3.path, field: one3, value, error: error(one3.path), stored: secrets.includes(one3.path), zone: String(valueAt(app.draft.settings, "time.zone") || "the hub's time zone"), disabled, onChange: change });
        return /* @__PURE__ */ import_react31.default.createElement(import_react_core18.Form, { isWidthLimited: true, onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react31.default.createElement(FieldErrors, { failure: app.failure, errors: app.errors, fields: [ID, NAME2, ...shown2.flatMap((group) => group.fields)] }), /* @__PURE__ */ import_react31.default.createElement(import_react_core18.FormSection, { title: "Connection", titleElement: "h2" }, isNew && field2(ID, app.draft.id, (value) => app.change({ id: String(value) })), field2(NAME2, app.draft.name, (value) => app.change({ name: String(value) }))), shown2.map((group) => /* @__PURE__ */ import_react31.default.createElement(GroupSection, { key: group.path, group, isOpen: own.includes(group.path), isWrong: group.fields.some((one3) => error(one3.path) || one3.path === wanted) }, group.fields.map((one3) => field2(one3, valueAt(app.draft.settings, one3.path), (value) => app.change({ settings: withValue(app.draft.settings, one3.path, value) }))))));
      };
      GroupSection = ({ group, isOpen, isWrong, children }) => {
        const [asked4, setAsked] = (0, import_react31.useState)(isOpen);
        return /* @__PURE__ */ import_react31.default.createElement(import_react_core18.ExpandableSection, { toggleText: group.title, isExpanded: asked4 || isWrong, onToggle: (_, now) => setAsked(now), displaySize: "lg" }, /* @__PURE__ */ import_react31.default.createElement(import_react_core18.FormSection, { "aria-label": group.title }, group.description && /* @__PURE__ */ import_react31.default.createElement("p", null, group.description), children));
      };
    }
  });

  // src/hub/condition.ts
  function condition({ status, enabled, cause, remedy }) {
    return {
      title: enabled ? WORDS2[status] : `Disabled: nothing runs. ${WORDS2[status]}`,
      more: status === "NEEDS_ATTENTION" ? spoken([cause, remedy].filter(Boolean).join(" ")) : status === "UNCHECKED" ? "Use Test connection on its page." : ""
    };
  }
  var WORDS2;
  var init_condition = __esm({
    "src/hub/condition.ts"() {
      "use strict";
      init_spoken();
      WORDS2 = { CONNECTED: "Connected.", NEEDS_ATTENTION: "Needs attention.", UNCHECKED: "Not tested yet." };
    }
  });

  // src/apps/RightsTable.tsx
  var import_react32, import_react_core19, import_react_table4, LOOK, ORDER, RightsTable;
  var init_RightsTable = __esm({
    "src/apps/RightsTable.tsx"() {
      "use strict";
      import_react32 = __toESM(require_react(), 1);
      import_react_core19 = __toESM(require_patternfly_core(), 1);
      import_react_table4 = __toESM(require_patternfly_table(), 1);
      LOOK = {
        GRANTED: { text: "Granted", status: "success" },
        MISSING: { text: "Missing", status: "danger" },
        UNKNOWN: { text: "Unknown", status: "warning" }
      };
      ORDER = ["MISSING", "UNKNOWN", "GRANTED"];
      RightsTable = ({ rights }) => /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Table, { "aria-label": "Rights", variant: "compact" }, /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Thead, null, /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Tr, null, /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Th, { modifier: "wrap" }, "Right"), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Th, { modifier: "wrap" }, "Required"), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Th, { modifier: "wrap" }, "Required for"), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Th, { modifier: "wrap" }, "Remedy"))), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Tbody, null, [...rights].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).map((right) => /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Tr, { key: right.area + right.name }, /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Td, { dataLabel: "Right" }, right.name.startsWith(right.area) ? right.name : `${right.area}: ${right.name}`), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Td, { dataLabel: "Required" }, right.needed), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Td, { dataLabel: "State" }, /* @__PURE__ */ import_react32.default.createElement(import_react_core19.Label, { status: LOOK[right.state].status }, LOOK[right.state].text)), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Td, { dataLabel: "Required for" }, right.neededFor), /* @__PURE__ */ import_react32.default.createElement(import_react_table4.Td, { dataLabel: "Remedy" }, right.state === "GRANTED" ? "" : [right.found?.replace(/[^.]$/, "$&."), right.remedy].filter(Boolean).join(" "))))));
    }
  });

  // src/apps/AppStatus.tsx
  function variant(state) {
    if (state.status === "NEEDS_ATTENTION") return "danger";
    return state.enabled && state.status === "CONNECTED" ? "success" : "info";
  }
  var import_react33, import_react_core20, AppStatus, TestedRights;
  var init_AppStatus = __esm({
    "src/apps/AppStatus.tsx"() {
      "use strict";
      import_react33 = __toESM(require_react(), 1);
      import_react_core20 = __toESM(require_patternfly_core(), 1);
      init_condition();
      init_Trouble();
      init_When();
      init_RightsTable();
      AppStatus = ({ state, rights, unsaved: unsaved2, isChanged }) => {
        return /* @__PURE__ */ import_react33.default.createElement(import_react33.default.Fragment, null, /* @__PURE__ */ import_react33.default.createElement(Trouble, { failure: state.failure ?? rights.failure, again: state.reload }), state.data && /* @__PURE__ */ import_react33.default.createElement(import_react_core20.Alert, { isInline: true, variant: variant(state.data), title: condition(state.data).title }, /* @__PURE__ */ import_react33.default.createElement("p", null, condition(state.data).more), "Last sync: ", /* @__PURE__ */ import_react33.default.createElement(When, { time: state.data.lastSyncAt }), ". Next sync: ", /* @__PURE__ */ import_react33.default.createElement(When, { time: state.data.nextSyncAt, never: "not scheduled", zone: state.data.timeZone }), "."), unsaved2 ? /* @__PURE__ */ import_react33.default.createElement(TestedRights, { found: unsaved2, unsaved: true, isChanged }) : rights.data?.checkedAt && /* @__PURE__ */ import_react33.default.createElement(TestedRights, { found: rights.data, isChanged }));
      };
      TestedRights = ({ found: found2, unsaved: unsaved2, isChanged }) => {
        const [asked4, setAsked] = (0, import_react33.useState)();
        const missing2 = found2.rights.filter((right) => right.state !== "GRANTED");
        return /* @__PURE__ */ import_react33.default.createElement(import_react33.default.Fragment, null, (isChanged || found2.settingsChanged) && /* @__PURE__ */ import_react33.default.createElement(import_react_core20.Alert, { isInline: true, variant: "warning", title: "Changed since the last test." }, "The result below is of other settings. Use Test connection."), /* @__PURE__ */ import_react33.default.createElement(
          import_react_core20.ExpandableSection,
          {
            toggleText: `Rights: ${found2.rights.length - missing2.length} granted, ${missing2.filter((right) => right.state === "MISSING").length} missing, ${missing2.filter((right) => right.state === "UNKNOWN").length} unknown`,
            isExpanded: asked4 ?? missing2.some((right) => right.state === "MISSING"),
            onToggle: (_, now) => setAsked(now)
          },
          /* @__PURE__ */ import_react33.default.createElement("p", null, "Tested ", /* @__PURE__ */ import_react33.default.createElement(When, { time: found2.checkedAt }), unsaved2 ? " with the values in the form, which are not saved." : "."),
          /* @__PURE__ */ import_react33.default.createElement(RightsTable, { rights: found2.rights })
        ));
      };
    }
  });

  // src/apps/useApp.ts
  function useApp(initial, isNew) {
    const [draft, setDraft] = (0, import_react34.useState)(initial);
    const [failure, setFailure] = (0, import_react34.useState)();
    const [saving, setSaving] = (0, import_react34.useState)(false);
    const [changed, setChanged] = (0, import_react34.useState)(false);
    const [tested2, setTested] = (0, import_react34.useState)();
    const save = async () => {
      setSaving(true);
      try {
        const saved = await (isNew ? connections.create(draft) : connections.save(draft));
        setDraft(withoutSecrets(saved));
        setFailure(void 0);
        setChanged(false);
        import_react35.eventService.notify({ type: "success", message: `${saved.name}: configuration saved.` });
        return saved;
      } catch (reason) {
        setFailure(reason);
        return void 0;
      } finally {
        setSaving(false);
      }
    };
    const test = async () => {
      try {
        const checked = await connections.checkDraft(draft);
        setFailure(void 0);
        setTested(draft);
        return checked;
      } catch (reason) {
        setFailure(reason);
        return void 0;
      }
    };
    return {
      draft,
      change: (changes) => {
        setDraft((before) => ({ ...before, ...changes }));
        setChanged(true);
      },
      errors: failure instanceof Refusal ? failure.problem.errors : [],
      failure,
      saving,
      changed,
      changedSinceTest: tested2 !== void 0 && JSON.stringify(tested2) !== JSON.stringify(draft),
      save,
      test,
      sync: (changes) => setDraft((before) => ({ ...before, ...changes }))
    };
  }
  function withoutSecrets({ id, name, system, enabled, settings }) {
    return { id, name, system, enabled, settings };
  }
  var import_react34, import_react35;
  var init_useApp = __esm({
    "src/apps/useApp.ts"() {
      "use strict";
      import_react34 = __toESM(require_react(), 1);
      import_react35 = __toESM(require_hawtio(), 1);
      init_connections();
      init_http();
    }
  });

  // src/apps/AppEditor.tsx
  function missing({ rights }) {
    return rights.filter((right) => right.state === "MISSING").length;
  }
  function summary(missing2) {
    return missing2 === 0 ? "Test finished: no missing rights found." : `Test finished: ${missing2} ${missing2 === 1 ? "right is" : "rights are"} missing.`;
  }
  var import_react36, import_react_core21, AppEditor;
  var init_AppEditor = __esm({
    "src/apps/AppEditor.tsx"() {
      "use strict";
      import_react36 = __toESM(require_react(), 1);
      import_react_core21 = __toESM(require_patternfly_core(), 1);
      init_connections();
      init_DriftLine();
      init_me();
      init_act();
      init_Confirm();
      init_leaving();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_useData();
      init_useRights();
      init_useUnsaved();
      init_AppForm();
      init_AppStatus();
      init_useApp();
      AppEditor = ({ connection, psa }) => {
        const { operate, configure } = useRights();
        const [secrets, setSecrets] = (0, import_react36.useState)(connection.secrets);
        const [warnings, setWarnings] = (0, import_react36.useState)(connection.warnings ?? []);
        const [enabled, setEnabled] = (0, import_react36.useState)(connection.enabled);
        const [testing, setTesting] = (0, import_react36.useState)(false);
        const [deleting, setDeleting] = (0, import_react36.useState)(false);
        const app = useApp(withoutSecrets(connection), false);
        useUnsaved(app.changed);
        const state = useData((signal) => connections.state(connection.id, signal), `state ${connection.id}`, 5e3);
        const rights = useData((signal) => connections.rights(connection.id, signal), `rights ${connection.id}`);
        const [unsaved2, setUnsaved2] = (0, import_react36.useState)();
        const save = async () => {
          const isTested = unsaved2 !== void 0 && !app.changedSinceTest;
          const saved = await app.save();
          if (saved) setUnsaved2(void 0);
          if (saved && isTested) await connections.check(connection.id).catch(() => void 0);
          if (saved) setSecrets(saved.secrets);
          if (saved) setWarnings(saved.warnings ?? []);
          state.reload();
          rights.reload();
        };
        const enable = async (on) => {
          const now = await act(() => connections.enable(connection.id, on), `${app.draft.name} is ${on ? "enabled" : "disabled"}.`);
          if (!now) return;
          setEnabled(now.enabled);
          app.sync({ enabled: now.enabled });
          state.reload();
        };
        const test = async () => {
          setTesting(true);
          if (app.changed) {
            const found2 = await app.test();
            if (found2) setUnsaved2(found2);
            setTesting(false);
            return;
          }
          await act(() => connections.check(connection.id), (result) => summary(missing(result)), (result) => missing(result) === 0);
          setTesting(false);
          rights.reload();
          state.reload();
        };
        return /* @__PURE__ */ import_react36.default.createElement(
          Page,
          {
            title: app.draft.name,
            about: [`${psa.title}, ${connection.id}`, app.changed && "Not saved yet"].filter(Boolean).join(". "),
            isSticky: true,
            actions: [
              /* @__PURE__ */ import_react36.default.createElement(import_react_core21.Switch, { key: "enabled", id: "enabled", label: "Enabled", isChecked: enabled, isDisabled: !configure, onChange: (_, on) => void enable(on) }),
              /* @__PURE__ */ import_react36.default.createElement(ReasonedButton, { key: "save", because: !configure ? ADMINS_DO : app.changed ? void 0 : "There are no changes.", isDisabled: app.saving, isLoading: app.saving, onClick: () => void save() }, "Save"),
              /* @__PURE__ */ import_react36.default.createElement(ReasonedButton, { key: "test", variant: "secondary", because: operate ? void 0 : OPERATORS_DO, isDisabled: testing, isLoading: testing, onClick: () => void test() }, "Test connection"),
              /* @__PURE__ */ import_react36.default.createElement(
                ReasonedButton,
                {
                  key: "sync",
                  variant: "secondary",
                  because: !operate ? OPERATORS_DO : enabled ? void 0 : "The connection is disabled.",
                  onClick: () => void act(() => connections.sync(connection.id), "Sync started.")
                },
                "Sync now"
              ),
              /* @__PURE__ */ import_react36.default.createElement(
                ReasonedButton,
                {
                  key: "full",
                  variant: "secondary",
                  because: !operate ? OPERATORS_DO : enabled ? void 0 : "The connection is disabled.",
                  onClick: () => void act(() => connections.syncAll(connection.id), "Full sync started.")
                },
                "Full sync"
              ),
              /* @__PURE__ */ import_react36.default.createElement(import_react_core21.Button, { key: "logs", variant: "secondary", onClick: () => open("log", { connection: connection.id }) }, "View Logs"),
              /* @__PURE__ */ import_react36.default.createElement(ReasonedButton, { key: "delete", variant: "link", isDanger: true, because: configure ? void 0 : ADMINS_DO, onClick: () => setDeleting(true) }, "Delete")
            ]
          },
          warnings.map((warning) => /* @__PURE__ */ import_react36.default.createElement(import_react_core21.Alert, { key: warning, isInline: true, variant: "warning", title: warning })),
          /* @__PURE__ */ import_react36.default.createElement(AppStatus, { state, rights, unsaved: unsaved2, isChanged: unsaved2 ? app.changedSinceTest : app.changed }),
          /* @__PURE__ */ import_react36.default.createElement(DriftLine, { connection: connection.id }),
          /* @__PURE__ */ import_react36.default.createElement(AppForm, { app, schema: psa.settings, secrets, isNew: false, disabled: !configure || app.saving }),
          deleting && /* @__PURE__ */ import_react36.default.createElement(
            Confirm,
            {
              title: `Delete ${connection.name}?`,
              verb: "Delete",
              typed: connection.name,
              danger: true,
              onClose: () => setDeleting(false),
              onConfirm: async () => {
                const gone = await act(async () => (await connections.delete(connection.id), true), `${app.draft.name} is deleted.`);
                if (!gone) return;
                setUnsaved(false);
                open("apps");
              }
            },
            "This also deletes its settings, jobs, opportunities and ledger: projects that were pushed can then be found only by lookups in the PSA. To pause the connection, disable it instead."
          )
        );
      };
    }
  });

  // src/apps/AppPage.tsx
  var import_react37, import_react_core22, AppPage;
  var init_AppPage = __esm({
    "src/apps/AppPage.tsx"() {
      "use strict";
      import_react37 = __toESM(require_react(), 1);
      import_react_core22 = __toESM(require_patternfly_core(), 1);
      init_connections();
      init_Page();
      init_Trouble();
      init_useData();
      init_AppEditor();
      AppPage = ({ id }) => {
        const loaded = useData((signal) => Promise.all([connections.one(id, signal), systems(signal)]), id);
        const [connection, psas] = loaded.data ?? [];
        const psa = psas?.find((one3) => one3.id === connection?.system);
        if (connection && psa) return /* @__PURE__ */ import_react37.default.createElement(AppEditor, { connection, psa });
        return /* @__PURE__ */ import_react37.default.createElement(Page, { title: "Connected apps", about: id }, /* @__PURE__ */ import_react37.default.createElement(Trouble, { failure: loaded.failure ?? (connection && new Error(`The hub has no routes for ${connection.system}.`)), again: loaded.reload }), loaded.loading && /* @__PURE__ */ import_react37.default.createElement(import_react_core22.Spinner, { "aria-label": "Loading" }));
      };
    }
  });

  // src/hub/overview.ts
  async function overviewPage(search, after2, signal) {
    const lines = await get("/api/overview" + query({ ...search, after: after2, limit: CONNECTIONS_SHOWN + 1 }), signal);
    return lines.length > CONNECTIONS_SHOWN ? { lines: lines.slice(0, CONNECTIONS_SHOWN), next: lines[CONNECTIONS_SHOWN - 1].id } : { lines };
  }
  var overviewSummary, CONNECTIONS_SHOWN;
  var init_overview = __esm({
    "src/hub/overview.ts"() {
      "use strict";
      init_http();
      overviewSummary = (signal) => get("/api/overview/summary", signal);
      CONNECTIONS_SHOWN = 20;
    }
  });

  // src/ui/FilterText.tsx
  var import_react38, import_react_core23, PAUSE_MILLIS, FilterText;
  var init_FilterText = __esm({
    "src/ui/FilterText.tsx"() {
      "use strict";
      import_react38 = __toESM(require_react(), 1);
      import_react_core23 = __toESM(require_patternfly_core(), 1);
      PAUSE_MILLIS = 400;
      FilterText = ({ label, value, onChange }) => {
        const [typed, setTyped] = (0, import_react38.useState)(value);
        (0, import_react38.useEffect)(() => setTyped(value), [value]);
        (0, import_react38.useEffect)(() => {
          if (typed === value) return void 0;
          const timer = setTimeout(() => onChange(typed), PAUSE_MILLIS);
          return () => clearTimeout(timer);
        }, [typed]);
        return /* @__PURE__ */ import_react38.default.createElement(
          import_react_core23.SearchInput,
          {
            style: { inlineSize: "16rem" },
            "aria-label": label,
            placeholder: label,
            value: typed,
            onChange: (_, text) => setTyped(text),
            onSearch: () => onChange(typed),
            onClear: () => onChange("")
          }
        );
      };
    }
  });

  // src/overview/ConnectionFilters.tsx
  var import_react39, STATES3, connectionSearch, ConnectionFilters;
  var init_ConnectionFilters = __esm({
    "src/overview/ConnectionFilters.tsx"() {
      "use strict";
      import_react39 = __toESM(require_react(), 1);
      init_FilterBar();
      init_FilterSelect();
      init_FilterText();
      STATES3 = [
        { value: "NEEDS_ATTENTION", label: "Needs attention" },
        { value: "FAILING", label: "With open failures" },
        { value: "CONNECTED", label: "Connected" },
        { value: "UNCHECKED", label: "Not tested yet" },
        { value: "DISABLED", label: "Disabled" }
      ];
      connectionSearch = ({ search = "", state = "", tag = "", system = "" }) => ({ search, state, tag, system });
      ConnectionFilters = ({ filters, tags, onChange, children }) => /* @__PURE__ */ import_react39.default.createElement(FilterBar, null, /* @__PURE__ */ import_react39.default.createElement(FilterText, { label: "Name, id or tag", value: filters["search"] ?? "", onChange: (search) => onChange({ search }) }), /* @__PURE__ */ import_react39.default.createElement(FilterSelect, { label: "State", value: filters["state"] ?? "", options: STATES3, onChange: (state) => onChange({ state }) }), tags.length > 0 && /* @__PURE__ */ import_react39.default.createElement(FilterSelect, { label: "Tag", value: filters["tag"] ?? "", options: tags.map((tag) => ({ value: tag, label: tag })), onChange: (tag) => onChange({ tag }) }), children);
    }
  });

  // src/overview/useLines.ts
  function useLines(search, everyMillis) {
    const asked4 = query(search);
    const [steps, setSteps] = (0, import_react40.useState)({ asked: asked4, cursors: [] });
    const cursors = steps.asked === asked4 ? steps.cursors : [];
    const after2 = cursors.at(-1);
    const loaded = useData((signal) => overviewPage(search, after2, signal), `overview ${asked4} ${after2 ?? ""}`, everyMillis);
    const next = loaded.data?.next;
    return {
      ...loaded,
      rows: loaded.data?.lines,
      searchedTo: void 0,
      page: cursors.length + 1,
      forward: next === void 0 ? void 0 : () => setSteps({ asked: asked4, cursors: [...cursors, next] }),
      back: cursors.length === 0 ? void 0 : () => setSteps({ asked: asked4, cursors: cursors.slice(0, -1) })
    };
  }
  var import_react40;
  var init_useLines = __esm({
    "src/overview/useLines.ts"() {
      "use strict";
      import_react40 = __toESM(require_react(), 1);
      init_http();
      init_overview();
      init_useData();
    }
  });

  // src/apps/StateLabel.tsx
  var import_react41, import_react_core24, StateLabel;
  var init_StateLabel = __esm({
    "src/apps/StateLabel.tsx"() {
      "use strict";
      import_react41 = __toESM(require_react(), 1);
      import_react_core24 = __toESM(require_patternfly_core(), 1);
      StateLabel = ({ state }) => {
        if (!state.enabled) return /* @__PURE__ */ import_react41.default.createElement(import_react_core24.Label, null, "Disabled");
        if (state.status === "CONNECTED") return /* @__PURE__ */ import_react41.default.createElement(import_react_core24.Label, { status: "success" }, "Connected");
        return state.status === "NEEDS_ATTENTION" ? /* @__PURE__ */ import_react41.default.createElement(import_react_core24.Label, { status: "danger" }, "Needs attention") : /* @__PURE__ */ import_react41.default.createElement(import_react_core24.Label, { status: "info" }, "Not tested yet");
      };
    }
  });

  // src/apps/AppTiles.tsx
  var import_react42, import_react_core25, import_react_table5, LIVE_MILLIS2, AppTiles, Connections, Tile;
  var init_AppTiles = __esm({
    "src/apps/AppTiles.tsx"() {
      "use strict";
      import_react42 = __toESM(require_react(), 1);
      import_react_core25 = __toESM(require_patternfly_core(), 1);
      import_react_table5 = __toESM(require_patternfly_table(), 1);
      init_connections();
      init_me();
      init_overview();
      init_ConnectionFilters();
      init_useLines();
      init_FilterSelect();
      init_Link();
      init_location();
      init_Nothing();
      init_Page();
      init_Pager();
      init_ReasonedButton();
      init_Trouble();
      init_useData();
      init_useRights();
      init_StateLabel();
      LIVE_MILLIS2 = 1e4;
      AppTiles = () => {
        const { filters, filter } = usePlace("apps");
        const psas = useData(systems, "systems");
        const summary3 = useData(overviewSummary, "summary", LIVE_MILLIS2);
        const lines = useLines(connectionSearch(filters), LIVE_MILLIS2);
        return /* @__PURE__ */ import_react42.default.createElement(Page, { title: "Connected apps", about: "Each connection links one ScopeStack account to one PSA tenant." }, /* @__PURE__ */ import_react42.default.createElement(Trouble, { failure: psas.failure ?? summary3.failure ?? lines.failure, again: lines.reload }), !psas.data || !summary3.data ? (psas.loading || summary3.loading) && /* @__PURE__ */ import_react42.default.createElement(import_react_core25.Spinner, { "aria-label": "Loading" }) : /* @__PURE__ */ import_react42.default.createElement(import_react42.default.Fragment, null, /* @__PURE__ */ import_react42.default.createElement(import_react_core25.Gallery, { hasGutter: true, minWidths: { default: "24rem" } }, psas.data.map((psa) => /* @__PURE__ */ import_react42.default.createElement(Tile, { key: psa.id, psa, isFirst: summary3.data.connections === 0 }))), /* @__PURE__ */ import_react42.default.createElement(import_react_core25.Content, { component: "h2" }, "Connections"), summary3.data.connections === 0 ? /* @__PURE__ */ import_react42.default.createElement(import_react_core25.Content, { component: "p" }, "Not connected yet.") : /* @__PURE__ */ import_react42.default.createElement(import_react42.default.Fragment, null, /* @__PURE__ */ import_react42.default.createElement(ConnectionFilters, { filters, tags: summary3.data.tags, onChange: filter }, psas.data.length > 1 && /* @__PURE__ */ import_react42.default.createElement(FilterSelect, { label: "PSA", value: filters["system"] ?? "", options: psas.data.map((psa) => ({ value: psa.id, label: psa.title })), onChange: (system) => filter({ system }) })), lines.rows?.length === 0 && /* @__PURE__ */ import_react42.default.createElement(Nothing, { title: "No connections match" }, "Remove a filter to see more."), lines.rows && lines.rows.length > 0 && /* @__PURE__ */ import_react42.default.createElement(Connections, { lines: lines.rows, psas: psas.data }), /* @__PURE__ */ import_react42.default.createElement(Pager, { rows: lines }))));
      };
      Connections = ({ lines, psas }) => /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Table, { "aria-label": "Connections", variant: "compact" }, /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Thead, null, /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Tr, null, /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Th, { modifier: "wrap" }, "PSA"), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Th, { modifier: "wrap" }, "Tags"))), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Tbody, null, lines.map((line) => /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Tr, { key: line.id }, /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Td, { dataLabel: "Connection" }, /* @__PURE__ */ import_react42.default.createElement(Link, { page: `apps/${line.id}` }, line.name)), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Td, { dataLabel: "PSA" }, psas.find((psa) => psa.id === line.system)?.title ?? line.system), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Td, { dataLabel: "State" }, /* @__PURE__ */ import_react42.default.createElement(StateLabel, { state: line.state })), /* @__PURE__ */ import_react42.default.createElement(import_react_table5.Td, { dataLabel: "Tags" }, line.tags.map((tag) => /* @__PURE__ */ import_react42.default.createElement(import_react_core25.Label, { key: tag, isCompact: true }, tag)))))));
      Tile = ({ psa, isFirst }) => {
        const { configure } = useRights();
        return /* @__PURE__ */ import_react42.default.createElement(import_react_core25.Card, { isFullHeight: true, "aria-label": psa.title }, /* @__PURE__ */ import_react42.default.createElement(import_react_core25.CardHeader, null, /* @__PURE__ */ import_react42.default.createElement(import_react_core25.CardTitle, { component: "h2" }, psa.title)), /* @__PURE__ */ import_react42.default.createElement(import_react_core25.CardFooter, null, /* @__PURE__ */ import_react42.default.createElement(ReasonedButton, { variant: isFirst ? "primary" : "secondary", because: configure ? void 0 : ADMINS_DO, onClick: () => open(`apps/new/${psa.id}`) }, "Connect ", psa.title)));
      };
    }
  });

  // src/apps/NewApp.tsx
  var import_react43, import_react_core26, NewApp, Form5;
  var init_NewApp = __esm({
    "src/apps/NewApp.tsx"() {
      "use strict";
      import_react43 = __toESM(require_react(), 1);
      import_react_core26 = __toESM(require_patternfly_core(), 1);
      init_connections();
      init_me();
      init_location();
      init_Nothing();
      init_Page();
      init_ReasonedButton();
      init_Trouble();
      init_useData();
      init_useRights();
      init_leaving();
      init_useUnsaved();
      init_AppForm();
      init_AppStatus();
      init_useApp();
      NewApp = ({ system }) => {
        const psas = useData(systems, "systems");
        const psa = psas.data?.find((one3) => one3.id === system);
        if (psa) return /* @__PURE__ */ import_react43.default.createElement(Form5, { psa });
        return /* @__PURE__ */ import_react43.default.createElement(Page, { title: "Connected apps", about: "New connection." }, /* @__PURE__ */ import_react43.default.createElement(Trouble, { failure: psas.failure, again: psas.reload }), psas.loading ? /* @__PURE__ */ import_react43.default.createElement(import_react_core26.Spinner, { "aria-label": "Loading" }) : /* @__PURE__ */ import_react43.default.createElement(Nothing, { title: `The hub has no routes for ${system}` }, "Go back to Connected apps and choose a tile."));
      };
      Form5 = ({ psa }) => {
        const { configure } = useRights();
        const app = useApp({ id: "", name: "", system: psa.id, enabled: false, settings: {} }, true);
        const save = async () => {
          const saved = await app.save();
          if (!saved) return;
          setUnsaved(false);
          open(`apps/${saved.id}`);
        };
        useUnsaved(app.changed);
        const [testing, setTesting] = (0, import_react43.useState)(false);
        const [found2, setFound] = (0, import_react43.useState)();
        const test = async () => {
          setTesting(true);
          const tested2 = await app.test();
          if (tested2) setFound(tested2);
          setTesting(false);
        };
        return /* @__PURE__ */ import_react43.default.createElement(
          Page,
          {
            title: `Connect ${psa.title}`,
            isSticky: true,
            about: "Test it, then save it. It is saved as disabled: enable it afterwards.",
            actions: [
              /* @__PURE__ */ import_react43.default.createElement(ReasonedButton, { because: configure ? void 0 : ADMINS_DO, isDisabled: app.saving, isLoading: app.saving, onClick: () => void save() }, "Save"),
              /* @__PURE__ */ import_react43.default.createElement(ReasonedButton, { variant: "secondary", because: configure ? void 0 : ADMINS_DO, isDisabled: testing, isLoading: testing, onClick: () => void test() }, "Test connection"),
              /* @__PURE__ */ import_react43.default.createElement(import_react_core26.Button, { variant: "link", onClick: () => open("apps") }, "Cancel")
            ]
          },
          !configure && /* @__PURE__ */ import_react43.default.createElement(import_react_core26.Content, { component: "p" }, "Only an admin can connect apps."),
          found2 && /* @__PURE__ */ import_react43.default.createElement(TestedRights, { found: found2, unsaved: true, isChanged: app.changedSinceTest }),
          /* @__PURE__ */ import_react43.default.createElement(AppForm, { app, schema: psa.settings, secrets: [], isNew: true, disabled: !configure || app.saving })
        );
      };
    }
  });

  // src/apps/Apps.tsx
  var import_react44, Apps;
  var init_Apps = __esm({
    "src/apps/Apps.tsx"() {
      "use strict";
      import_react44 = __toESM(require_react(), 1);
      init_DriftPage();
      init_location();
      init_AppPage();
      init_AppTiles();
      init_NewApp();
      Apps = () => {
        const { rest } = usePlace("apps");
        const [first = "", second] = rest.split("/");
        if (first === "") return /* @__PURE__ */ import_react44.default.createElement(AppTiles, null);
        if (first === "new" && second) return /* @__PURE__ */ import_react44.default.createElement(NewApp, { system: second });
        if (second === "drift") return /* @__PURE__ */ import_react44.default.createElement(DriftPage, { key: first, connection: first });
        return /* @__PURE__ */ import_react44.default.createElement(AppPage, { key: first, id: first });
      };
    }
  });

  // src/audit/summary.ts
  function summary2(details = {}) {
    return Object.entries(details).map(([name, value]) => name === "location" ? started(String(value)) : `${name}: ${shown(value)}`).filter(Boolean).join("; ");
  }
  function started(location2) {
    const job = JOB.exec(location2)?.[1];
    return job ? `job ${job}` : "";
  }
  function shown(value) {
    return Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : JSON.stringify(value);
  }
  var JOB;
  var init_summary = __esm({
    "src/audit/summary.ts"() {
      "use strict";
      JOB = /^\/api\/jobs\/(\d+)$/;
    }
  });

  // src/audit/Audit.tsx
  var import_react45, import_react_core27, import_react_table6, OUTCOMES, NAMES, Audit;
  var init_Audit = __esm({
    "src/audit/Audit.tsx"() {
      "use strict";
      import_react45 = __toESM(require_react(), 1);
      import_react_core27 = __toESM(require_patternfly_core(), 1);
      import_react_table6 = __toESM(require_patternfly_table(), 1);
      init_http();
      init_log();
      init_ConnectionFilter();
      init_FilterBar();
      init_FilterSelect();
      init_FilterText();
      init_Link();
      init_location();
      init_Nothing();
      init_Page();
      init_Pager();
      init_time();
      init_Trouble();
      init_useRights();
      init_useRows();
      init_summary();
      OUTCOMES = {
        DONE: { label: "Done", status: "success" },
        REFUSED: { label: "Refused", status: "warning" },
        FAILED: { label: "Failed", status: "danger" }
      };
      NAMES = ["id", "who", "action", "connection", "subject", "outcome"];
      Audit = () => {
        const { filters, filter } = usePlace("audit");
        const connections2 = useConnections();
        const asked4 = Object.fromEntries(NAMES.map((name) => [name, filters[name] ?? ""]));
        const { operate } = useRights();
        const list2 = useRows("/api/audit", "entries", asked4, 1e4);
        const isForbidden = list2.failure instanceof Refusal && list2.failure.problem.status === 403;
        const text = (name, label) => /* @__PURE__ */ import_react45.default.createElement(FilterText, { label, value: filters[name] ?? "", onChange: (value) => filter({ [name]: value }) });
        return /* @__PURE__ */ import_react45.default.createElement(
          Page,
          {
            title: "Audit",
            about: "Who did what, when and why. Entries cannot be changed or deleted; refused logins are counted and deleted after a while.",
            actions: [
              /* @__PURE__ */ import_react45.default.createElement(import_react_core27.Button, { key: "csv", variant: "link", component: "a", href: "/api/audit/export" + query(asked4), download: true, isDisabled: !operate }, "CSV")
            ]
          },
          /* @__PURE__ */ import_react45.default.createElement(FilterBar, null, text("who", "Who"), text("action", "Action"), text("subject", "Subject"), /* @__PURE__ */ import_react45.default.createElement(ConnectionFilter, { all: connections2.data ?? [], value: filters["connection"] ?? "", onChange: (connection) => filter({ connection }) }), /* @__PURE__ */ import_react45.default.createElement(
            FilterSelect,
            {
              label: "Outcome",
              value: filters["outcome"] ?? "",
              options: Object.entries(OUTCOMES).map(([value, { label }]) => ({ value, label })),
              onChange: (outcome) => filter({ outcome })
            }
          ), filters["id"] && /* @__PURE__ */ import_react45.default.createElement(import_react_core27.Button, { variant: "link", onClick: () => filter({ id: "" }) }, "All entries")),
          isForbidden ? /* @__PURE__ */ import_react45.default.createElement(Nothing, { title: "Your role does not permit this." }, "Only operators and admins can read the audit trail.") : /* @__PURE__ */ import_react45.default.createElement(Trouble, { failure: list2.failure, again: list2.reload }),
          !list2.rows && list2.loading && /* @__PURE__ */ import_react45.default.createElement(import_react_core27.Spinner, { "aria-label": "Loading" }),
          list2.rows?.length === 0 && /* @__PURE__ */ import_react45.default.createElement(Nothing, { title: "No entries match" }, "Remove a filter to see more. The audit trail lists the actions of people and webhooks."),
          list2.rows && list2.rows.length > 0 && /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Table, { "aria-label": "Audit", variant: "compact" }, /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Thead, null, /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Tr, null, /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { modifier: "wrap" }, "When"), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { modifier: "wrap" }, "Who"), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { width: 15, modifier: "wrap" }, "Action"), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { width: 15, modifier: "wrap" }, "Target"), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { modifier: "wrap" }, "Outcome"), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { width: 15, modifier: "wrap" }, "Reason"), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Th, { width: 20, modifier: "wrap" }, "Details"))), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Tbody, null, list2.rows.map((entry2) => /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Tr, { key: entry2.id }, /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "When", modifier: "nowrap" }, /* @__PURE__ */ import_react45.default.createElement(Link, { page: "audit", filters: { id: String(entry2.id) } }, exact(entry2.at))), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "Who" }, [entry2.who, entry2.role && `(${entry2.role})`].filter(Boolean).join(" ")), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "Action", modifier: "breakWord" }, entry2.action), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "Target", modifier: "breakWord" }, entry2.connection, " ", pageOf(entry2) ? /* @__PURE__ */ import_react45.default.createElement(Link, { page: pageOf(entry2) }, entry2.subject) : entry2.subject), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "Outcome" }, /* @__PURE__ */ import_react45.default.createElement(import_react_core27.Label, { status: OUTCOMES[entry2.outcome].status }, OUTCOMES[entry2.outcome].label)), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "Reason", modifier: "breakWord" }, entry2.reason), /* @__PURE__ */ import_react45.default.createElement(import_react_table6.Td, { dataLabel: "Details", modifier: "breakWord" }, summary2(entry2.details)))))),
          /* @__PURE__ */ import_react45.default.createElement(Pager, { rows: list2 })
        );
      };
    }
  });

  // src/ui/NoSuchPage.tsx
  function address2() {
    try {
      return decodeURIComponent(location.pathname);
    } catch {
      return location.pathname;
    }
  }
  var import_react46, import_react_core28, NoSuchPage;
  var init_NoSuchPage = __esm({
    "src/ui/NoSuchPage.tsx"() {
      "use strict";
      import_react46 = __toESM(require_react(), 1);
      import_react_core28 = __toESM(require_patternfly_core(), 1);
      init_location();
      init_Nothing();
      init_Page();
      NoSuchPage = ({ page, title }) => /* @__PURE__ */ import_react46.default.createElement(Page, { title, about: "" }, /* @__PURE__ */ import_react46.default.createElement(Nothing, { title: "There is no such page", action: /* @__PURE__ */ import_react46.default.createElement(import_react_core28.Button, { onClick: () => open(page) }, title) }, "The address ", address2(), " leads nowhere. It may have been shortened, or belong to another version."));
    }
  });

  // src/ui/Details.tsx
  var import_react47, import_react_core29, Details;
  var init_Details = __esm({
    "src/ui/Details.tsx"() {
      "use strict";
      import_react47 = __toESM(require_react(), 1);
      import_react_core29 = __toESM(require_patternfly_core(), 1);
      Details = ({ details }) => /* @__PURE__ */ import_react47.default.createElement(import_react_core29.DescriptionList, { isHorizontal: true, isCompact: true, columnModifier: { default: "1Col", xl: "2Col" } }, details.filter(([, value]) => value !== void 0 && value !== null && value !== "").map(([name, value]) => /* @__PURE__ */ import_react47.default.createElement(import_react_core29.DescriptionListGroup, { key: name }, /* @__PURE__ */ import_react47.default.createElement(import_react_core29.DescriptionListTerm, null, name), /* @__PURE__ */ import_react47.default.createElement(import_react_core29.DescriptionListDescription, null, value))));
    }
  });

  // src/ui/json.ts
  function read(text) {
    try {
      return JSON.parse(text);
    } catch {
      return void 0;
    }
  }
  function message(text) {
    const whole = read(text);
    if (whole !== void 0) return { head: "", body: whole };
    const end = text.indexOf("\n\n");
    const body = end < 0 ? void 0 : read(text.slice(end + 2));
    return body === void 0 ? { head: text, body } : { head: text.slice(0, end), body };
  }
  function pretty(value) {
    return JSON.stringify(value, null, 2);
  }
  function parts(value) {
    return Object.entries(value);
  }
  function contains(value, text) {
    if (value === null || typeof value !== "object") return JSON.stringify(value).toLowerCase().includes(text);
    return parts(value).some(([name, child]) => !Array.isArray(value) && name.toLowerCase().includes(text) || contains(child, text));
  }
  var init_json = __esm({
    "src/ui/json.ts"() {
      "use strict";
    }
  });

  // src/ui/JsonView.tsx
  var import_react48, import_react_core30, FIRST, JsonView, Node, Found;
  var init_JsonView = __esm({
    "src/ui/JsonView.tsx"() {
      "use strict";
      import_react48 = __toESM(require_react(), 1);
      import_react_core30 = __toESM(require_patternfly_core(), 1);
      init_json();
      FIRST = 100;
      JsonView = ({ title, text }) => {
        const [search, setSearch] = (0, import_react48.useState)("");
        const [copied, setCopied] = (0, import_react48.useState)(false);
        const { head, body } = (0, import_react48.useMemo)(() => message(text), [text]);
        const whole = [head, body === void 0 ? "" : pretty(body)].filter(Boolean).join("\n\n");
        const copy = () => void navigator.clipboard.writeText(whole).then(() => setCopied(true));
        const actions = /* @__PURE__ */ import_react48.default.createElement(import_react48.default.Fragment, null, typeof body === "object" && /* @__PURE__ */ import_react48.default.createElement(import_react_core30.CodeBlockAction, null, /* @__PURE__ */ import_react48.default.createElement(import_react_core30.SearchInput, { "aria-label": `Search in ${title}`, placeholder: "Search", value: search, onChange: (_, now) => setSearch(now), onClear: () => setSearch("") })), /* @__PURE__ */ import_react48.default.createElement(import_react_core30.CodeBlockAction, null, /* @__PURE__ */ import_react48.default.createElement(import_react_core30.ClipboardCopyButton, { id: `copy-${title}`, "aria-label": `Copy ${title}`, variant: "plain", onClick: copy, onTooltipHidden: () => setCopied(false) }, copied ? "Copied" : `Copy ${title}`)));
        return /* @__PURE__ */ import_react48.default.createElement(import_react_core30.CodeBlock, { actions, "aria-label": title }, head && /* @__PURE__ */ import_react48.default.createElement(import_react_core30.CodeBlockCode, null, head), body !== void 0 && /* @__PURE__ */ import_react48.default.createElement(import_react_core30.CodeBlockCode, null, /* @__PURE__ */ import_react48.default.createElement(Node, { value: body, search: search.trim().toLowerCase(), isTop: true })));
      };
      Node = ({ name, value, search, isTop = false }) => {
        const [asked4, setAsked] = (0, import_react48.useState)();
        const [most, setMost] = (0, import_react48.useState)(FIRST);
        const label = name === void 0 ? null : /* @__PURE__ */ import_react48.default.createElement(Found, { text: name + ": ", search });
        if (value === null || typeof value !== "object") {
          return /* @__PURE__ */ import_react48.default.createElement("div", null, label, /* @__PURE__ */ import_react48.default.createElement(Found, { text: JSON.stringify(value), search }));
        }
        const children = parts(value);
        const isOpen = search !== "" ? contains(value, search) : asked4 ?? (isTop || children.length <= 8);
        return /* @__PURE__ */ import_react48.default.createElement("details", { open: isOpen, onToggle: (event) => search === "" && setAsked(event.currentTarget.open) }, /* @__PURE__ */ import_react48.default.createElement("summary", null, label, Array.isArray(value) ? `[${children.length}]` : `{${children.length}}`), isOpen && /* @__PURE__ */ import_react48.default.createElement("div", { style: { paddingInlineStart: "1.25rem" } }, children.slice(0, most).map(([key2, child]) => /* @__PURE__ */ import_react48.default.createElement(Node, { key: key2, name: key2, value: child, search })), children.length > most && /* @__PURE__ */ import_react48.default.createElement("button", { type: "button", onClick: () => setMost(most + FIRST) }, children.length - most, " more")));
      };
      Found = ({ text, search }) => {
        const at2 = search === "" ? -1 : text.toLowerCase().indexOf(search);
        if (at2 < 0) return /* @__PURE__ */ import_react48.default.createElement(import_react48.default.Fragment, null, text);
        return /* @__PURE__ */ import_react48.default.createElement(import_react48.default.Fragment, null, text.slice(0, at2), /* @__PURE__ */ import_react48.default.createElement("mark", null, text.slice(at2, at2 + search.length)), text.slice(at2 + search.length));
      };
    }
  });

  // src/ui/useNames.ts
  function names() {
    if (!asked2 || Date.now() - asked2.at > KEEP_MILLIS) {
      const loading = connections.all().then((all) => new Map(all.map((one3) => [one3.id, one3.name])));
      asked2 = { at: Date.now(), names: loading };
      loading.catch(() => asked2 = void 0);
    }
    return asked2.names;
  }
  function useNames() {
    const { data } = useData(names, "names");
    return (id) => data?.get(id ?? "") ?? id ?? "";
  }
  var KEEP_MILLIS, asked2;
  var init_useNames = __esm({
    "src/ui/useNames.ts"() {
      "use strict";
      init_connections();
      init_useData();
      KEEP_MILLIS = 3e4;
    }
  });

  // src/log/ConfirmClosing.tsx
  var import_react49, asksToClose, ConfirmClosing;
  var init_ConfirmClosing = __esm({
    "src/log/ConfirmClosing.tsx"() {
      "use strict";
      import_react49 = __toESM(require_react(), 1);
      init_connections();
      init_me();
      init_act();
      init_Confirm();
      init_ReasonedButton();
      init_useRights();
      asksToClose = ({ field: field2, state, connection }) => field2 === "opportunities.safetyLimitPercent" && state === "OPEN" && connection !== void 0;
      ConfirmClosing = ({ entry: entry2, onChange }) => {
        const { operate } = useRights();
        const [asking, setAsking] = (0, import_react49.useState)(false);
        return /* @__PURE__ */ import_react49.default.createElement(import_react49.default.Fragment, null, /* @__PURE__ */ import_react49.default.createElement(ReasonedButton, { variant: "danger", because: operate ? void 0 : OPERATORS_DO, onClick: () => setAsking(true) }, "Close them"), asking && /* @__PURE__ */ import_react49.default.createElement(
          Confirm,
          {
            title: "Close these opportunities in ScopeStack?",
            verb: "Close them",
            danger: true,
            onClose: () => setAsking(false),
            onConfirm: async () => {
              await act(() => connections.syncAndClose(entry2.connection), "Full sync started: it closes the opportunities that are gone.");
              onChange();
            }
          },
          /* @__PURE__ */ import_react49.default.createElement("p", null, entry2.cause),
          /* @__PURE__ */ import_react49.default.createElement("p", null, "A full sync reads all opportunities again and closes every one that is gone, closed or filtered out. An opportunity that reappears is reopened by the next sync.")
        ));
      };
    }
  });

  // src/log/PastReplays.tsx
  var import_react50, import_react_core31, import_react_table7, PastReplays;
  var init_PastReplays = __esm({
    "src/log/PastReplays.tsx"() {
      "use strict";
      import_react50 = __toESM(require_react(), 1);
      import_react_core31 = __toESM(require_patternfly_core(), 1);
      import_react_table7 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_Link();
      init_spoken();
      init_When();
      PastReplays = ({ replays: replays2 }) => replays2.length === 0 ? null : /* @__PURE__ */ import_react50.default.createElement(import_react50.default.Fragment, null, /* @__PURE__ */ import_react50.default.createElement(import_react_core31.Content, { component: "h2" }, "Replays"), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Table, { "aria-label": "Replays of this entry", variant: "compact" }, /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Thead, null, /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Tr, null, /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Th, { modifier: "wrap" }, "Replay"), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Th, { modifier: "wrap" }, "When"), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Th, { modifier: "wrap" }, "By"), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Th, { modifier: "wrap" }, "Reason"), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Th, { modifier: "wrap" }, "Result"))), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Tbody, null, replays2.map((past) => /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Tr, { key: past.replay }, /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Td, { dataLabel: "Replay" }, /* @__PURE__ */ import_react50.default.createElement(Link, { page: `log/replays/${past.replay}` }, past.replay)), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Td, { dataLabel: "When" }, /* @__PURE__ */ import_react50.default.createElement(When, { time: past.at })), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Td, { dataLabel: "By" }, past.by), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Td, { dataLabel: "Reason" }, past.reason), /* @__PURE__ */ import_react50.default.createElement(import_react_table7.Td, { dataLabel: "Result" }, inWords(past.state), " ", past.result && spoken(past.result)))))));
    }
  });

  // src/log/handling.ts
  function saidOf(handling, now = Date.now()) {
    return {
      acknowledged: handling?.acknowledgedAt !== void 0,
      note: handling?.note ?? "",
      assignee: handling?.assignee ?? "",
      mute: isMuted(handling, now) ? "keep" : ""
    };
  }
  function draftOf2(said, before, now = Date.now()) {
    const mute = MUTES[said.mute];
    const mutedUntil = mute ? new Date(now + mute.hours * 36e5).toISOString() : said.mute === "keep" && isMuted(before, now) ? before?.mutedUntil : void 0;
    return {
      acknowledged: said.acknowledged,
      seen: before?.changedAt ?? "none",
      ...said.note.trim() ? { note: said.note.trim() } : {},
      ...said.assignee.trim() ? { assignee: said.assignee.trim() } : {},
      ...mutedUntil ? { mutedUntil } : {}
    };
  }
  var MUTES, isMuted;
  var init_handling = __esm({
    "src/log/handling.ts"() {
      "use strict";
      MUTES = {
        "1h": { label: "For 1 hour", hours: 1 },
        "1d": { label: "For 1 day", hours: 24 },
        "7d": { label: "For 7 days", hours: 7 * 24 }
      };
      isMuted = (handling, now = Date.now()) => handling?.mutedUntil !== void 0 && Date.parse(handling.mutedUntil) > now;
    }
  });

  // src/log/HandlingDialog.tsx
  var import_react51, import_react_core32, HandlingDialog;
  var init_HandlingDialog = __esm({
    "src/log/HandlingDialog.tsx"() {
      "use strict";
      import_react51 = __toESM(require_react(), 1);
      import_react_core32 = __toESM(require_patternfly_core(), 1);
      init_log();
      init_me();
      init_spoken();
      init_time();
      init_Trouble();
      init_useData();
      init_handling();
      HandlingDialog = ({ problem, cause, handling, onClose }) => {
        const [said, setSaid] = (0, import_react51.useState)(saidOf(handling));
        const [failure, setFailure] = (0, import_react51.useState)();
        const [busy, setBusy] = (0, import_react51.useState)(false);
        const user = useData(me, "me").data?.user;
        const say = (changes) => setSaid({ ...said, ...changes });
        const save = async () => {
          setBusy(true);
          try {
            await handle(problem, draftOf2(said, handling));
            onClose(true);
          } catch (refused) {
            setFailure(refused);
            setBusy(false);
          }
        };
        return /* @__PURE__ */ import_react51.default.createElement(import_react_core32.Modal, { isOpen: true, variant: "small", onClose: () => onClose(false), "aria-label": "Handle failures" }, /* @__PURE__ */ import_react51.default.createElement(import_react_core32.ModalHeader, { title: "Handle failures", description: spoken(cause) }), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.ModalBody, null, /* @__PURE__ */ import_react51.default.createElement(Trouble, { failure }), /* @__PURE__ */ import_react51.default.createElement("p", null, "This also applies to the same failure with other names and numbers."), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.Form, { onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react51.default.createElement(
          import_react_core32.Checkbox,
          {
            id: "handling-acknowledged",
            label: "Acknowledge",
            description: "Alerts send nothing more about these failures until all of them are resolved. What fails afterwards is reported again.",
            isChecked: said.acknowledged,
            onChange: (_, acknowledged) => say({ acknowledged })
          }
        ), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormGroup, { label: "Note", fieldId: "handling-note" }, /* @__PURE__ */ import_react51.default.createElement(import_react_core32.TextArea, { id: "handling-note", rows: 3, maxLength: 1e3, resizeOrientation: "vertical", value: said.note, onChange: (_, note) => say({ note }) })), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormGroup, { label: "Assigned to", fieldId: "handling-assignee" }, /* @__PURE__ */ import_react51.default.createElement(import_react_core32.TextInput, { id: "handling-assignee", maxLength: 100, value: said.assignee, onChange: (_, assignee) => say({ assignee }) }), user && user !== said.assignee && /* @__PURE__ */ import_react51.default.createElement(import_react_core32.Button, { variant: "link", isInline: true, onClick: () => say({ assignee: user }) }, "Assign to me")), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormGroup, { label: "Mute alerts", fieldId: "handling-mute" }, /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormSelect, { id: "handling-mute", value: said.mute, onChange: (_, mute) => say({ mute }) }, /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormSelectOption, { value: "", label: "Not muted" }), handling?.mutedUntil && isMuted(handling) && /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormSelectOption, { value: "keep", label: `Until ${exact(handling.mutedUntil)}` }), Object.entries(MUTES).map(([value, { label }]) => /* @__PURE__ */ import_react51.default.createElement(import_react_core32.FormSelectOption, { key: value, value, label })))))), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.ModalFooter, null, /* @__PURE__ */ import_react51.default.createElement(import_react_core32.Button, { isLoading: busy, isDisabled: busy, onClick: () => void save() }, "Save"), /* @__PURE__ */ import_react51.default.createElement(import_react_core32.Button, { variant: "link", onClick: () => onClose(false) }, "Cancel")));
      };
    }
  });

  // src/log/HandlingLabels.tsx
  var import_react52, import_react_core33, HandlingLabels;
  var init_HandlingLabels = __esm({
    "src/log/HandlingLabels.tsx"() {
      "use strict";
      import_react52 = __toESM(require_react(), 1);
      import_react_core33 = __toESM(require_patternfly_core(), 1);
      init_time();
      init_handling();
      HandlingLabels = ({ handling }) => {
        if (!handling) return null;
        return /* @__PURE__ */ import_react52.default.createElement(import_react_core33.LabelGroup, { "aria-label": "Handling", numLabels: 4 }, handling.acknowledgedBy && /* @__PURE__ */ import_react52.default.createElement(import_react_core33.Label, { status: "info" }, "Acknowledged by ", handling.acknowledgedBy), handling.assignee && /* @__PURE__ */ import_react52.default.createElement(import_react_core33.Label, null, "Assigned to ", handling.assignee), isMuted(handling) && /* @__PURE__ */ import_react52.default.createElement(import_react_core33.Label, { status: "warning" }, "Muted until ", exact(handling.mutedUntil)), handling.note && /* @__PURE__ */ import_react52.default.createElement(import_react_core33.Label, { variant: "outline" }, handling.note));
      };
    }
  });

  // src/hub/projects.ts
  var one2, allProjects, projects;
  var init_projects = __esm({
    "src/hub/projects.ts"() {
      "use strict";
      init_http();
      one2 = (connection, project) => `/api/connections/${encodeURIComponent(connection)}/projects/${encodeURIComponent(project)}`;
      allProjects = (search, signal) => get("/api/projects" + query(search), signal);
      projects = {
        list: (connection) => `/api/connections/${encodeURIComponent(connection)}/projects`,
        one: (connection, project, signal) => get(one2(connection, project), signal),
        calls: (connection, project) => one2(connection, project) + "/calls",
        options: (connection, chosen, signal) => get(`/api/connections/${encodeURIComponent(connection)}/project-options${query(chosen)}`, signal),
        askPreview: (connection, project, options) => post(one2(connection, project) + "/psa-project/preview", options),
        preview: (connection, project, id, signal) => get(`${one2(connection, project)}/psa-project/preview/${id}`, signal),
        confirm: (connection, project, preview, confirmOtherCompany) => post(one2(connection, project) + "/psa-project", confirmOtherCompany ? { preview, confirmOtherCompany } : { preview }),
        resolve: (connection, project, step, decision) => post(`${one2(connection, project)}/steps/${encodeURIComponent(step)}/resolution`, decision),
        link: (connection, project, signal) => get(one2(connection, project) + "/opportunity", signal),
        setLink: (connection, project, opportunity, confirmOtherCompany = false) => put(one2(connection, project) + "/opportunity", { opportunity, confirmOtherCompany }),
        updateCrm: (connection, project) => post(one2(connection, project) + "/crm"),
        salesOrder: (connection, project) => post(one2(connection, project) + "/sales-order")
      };
    }
  });

  // src/log/remedies.ts
  function remediesOf(entry2, project) {
    const { connection } = entry2;
    if (!connection) return [];
    const remedies = [];
    const page = pageOf(entry2);
    const isSetting = entry2.field?.includes(".") && !entry2.field.startsWith("projects.options");
    if (OF_CONNECTION.includes(entry2.class) || isSetting) {
      remedies.push({ label: isSetting ? "Open the setting" : "Open the connection", page: `apps/${connection}`, filters: isSetting ? { field: entry2.field } : {} });
    }
    if (entry2.class === "AUTHENTICATION" || entry2.class === "PERMISSION") remedies.push({ label: "Test connection", does: "test" });
    if (page && OF_FORM.includes(entry2.flow)) {
      remedies.push({ label: "Open the form", page: `${page}/create`, filters: entry2.field && !isSetting ? { field: entry2.field } : {} });
    }
    if (page) remedies.push({ label: "Open the project", page });
    if (entry2.class === "MISSING_REFERENCE" || entry2.class === "CONFIGURATION") remedies.push({ label: "Refresh lists", does: "lists" });
    const opportunity = OPPORTUNITY.exec(entry2.step ?? "")?.[1];
    if (opportunity) remedies.push({ label: "Open the opportunity", page: "opportunities", filters: { connection, search: opportunity } });
    const all = project ? [...project.steps, ...Object.values(project.related).flatMap((other) => other.steps)] : [];
    const step = all.find((one3) => one3.key === entry2.step);
    const link = step?.link ?? all.find((one3) => one3.key === step?.parent)?.link ?? project?.link;
    if (link) remedies.push({ label: step?.link ? "Record in the PSA" : "Project in the PSA", href: link });
    if (project?.scopeStackLink) remedies.push({ label: "Project in ScopeStack", href: project.scopeStackLink });
    return remedies;
  }
  var OF_CONNECTION, OF_FORM, OPPORTUNITY;
  var init_remedies = __esm({
    "src/log/remedies.ts"() {
      "use strict";
      init_log();
      OF_CONNECTION = ["AUTHENTICATION", "PERMISSION", "CONFIGURATION"];
      OF_FORM = ["push-project", "preview-project"];
      OPPORTUNITY = /^opportunity:(.+)$/;
    }
  });

  // src/log/RemedyLinks.tsx
  var import_react53, import_react_core34, RemedyLinks, One;
  var init_RemedyLinks = __esm({
    "src/log/RemedyLinks.tsx"() {
      "use strict";
      import_react53 = __toESM(require_react(), 1);
      import_react_core34 = __toESM(require_patternfly_core(), 1);
      init_connections();
      init_log();
      init_me();
      init_projects();
      init_act();
      init_location();
      init_ReasonedButton();
      init_useData();
      init_useRights();
      init_remedies();
      RemedyLinks = ({ entry: entry2 }) => {
        const [, connection, project] = (pageOf(entry2) ?? "").split("/");
        const whole = useData(async (signal) => connection && project ? projects.one(connection, project, signal).catch(() => void 0) : void 0, `remedies ${connection ?? ""} ${project ?? ""}`).data;
        const remedies = remediesOf(entry2, whole);
        if (remedies.length === 0) return null;
        return /* @__PURE__ */ import_react53.default.createElement(import_react_core34.ActionList, { style: { flexWrap: "wrap" }, "aria-label": "What to do" }, remedies.map((remedy) => /* @__PURE__ */ import_react53.default.createElement(import_react_core34.ActionListItem, { key: remedy.label }, /* @__PURE__ */ import_react53.default.createElement(One, { remedy, connection: entry2.connection }))));
      };
      One = ({ remedy: { label, page, filters, href, does }, connection }) => {
        const { operate } = useRights();
        if (href) {
          return /* @__PURE__ */ import_react53.default.createElement(import_react_core34.Button, { variant: "link", isInline: true, component: "a", href, target: "_blank", rel: "noreferrer noopener" }, label);
        }
        if (page) {
          return /* @__PURE__ */ import_react53.default.createElement(
            import_react_core34.Button,
            {
              variant: "secondary",
              size: "sm",
              component: "a",
              href: address(page, filters),
              onClick: (event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                open(page, filters);
              }
            },
            label
          );
        }
        const run = () => does === "test" ? act(() => connections.check(connection), "Connection tested: its page shows the rights.") : act(() => projects.options(connection, { refresh: "true" }), "Lists refreshed. Replay now.");
        return /* @__PURE__ */ import_react53.default.createElement(ReasonedButton, { variant: "secondary", size: "sm", because: operate ? void 0 : OPERATORS_DO, onClick: () => void run() }, label);
      };
    }
  });

  // src/hub/replays.ts
  var replays;
  var init_replays = __esm({
    "src/hub/replays.ts"() {
      "use strict";
      init_http();
      replays = {
        one: (id, signal) => get(`/api/replays/${encodeURIComponent(id)}`, signal),
        preview: (request) => post("/api/replays/preview", request),
        begin: (request) => post("/api/replays", request),
        pause: (id) => post(`/api/replays/${id}/pause`),
        resume: (id) => post(`/api/replays/${id}/resume`),
        cancel: (id) => post(`/api/replays/${id}/cancel`)
      };
    }
  });

  // src/log/wishes.ts
  function bodyOf(step) {
    const { call, update } = step ?? {};
    const body = call?.body;
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return isObject && !update ? pretty(body) : void 0;
  }
  function editing(wishes, body) {
    return body === void 0 ? { ...wishes, body } : { ...wishes, body, mapping: "original", from: "failed-step", payload: void 0 };
  }
  function requestOf(request, wishes) {
    const { reason, from, mapping, canary, perMinute, payload, body } = wishes;
    return {
      ...request,
      reason: reason.trim(),
      from,
      mapping,
      canary,
      ...perMinute.trim() === "" ? {} : { perMinute: Number(perMinute) },
      ...payload === void 0 || mapping === "original" ? {} : { payload: parsed("payload", payload) },
      ...body === void 0 || mapping === "current" ? {} : { body: parsed("body", body) }
    };
  }
  function parsed(what, text) {
    try {
      return JSON.parse(text);
    } catch (reason) {
      throw new Error(`The ${what} is not valid JSON: ${reason.message}`);
    }
  }
  var init_wishes = __esm({
    "src/log/wishes.ts"() {
      "use strict";
      init_json();
    }
  });

  // src/log/ReplayDialog.tsx
  function plural(count, one3, many) {
    return `${count.toLocaleString("en")} ${count === 1 ? one3 : many}`;
  }
  var import_react54, import_react_core35, START, ReplayDialog, SentBody, Counted;
  var init_ReplayDialog = __esm({
    "src/log/ReplayDialog.tsx"() {
      "use strict";
      import_react54 = __toESM(require_react(), 1);
      import_react_core35 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_replays();
      init_location();
      init_Trouble();
      init_useData();
      init_wishes();
      START = { reason: "", from: "start", mapping: "current", canary: true, perMinute: "", payload: void 0, body: void 0 };
      ReplayDialog = ({ request, payload, step, mapped, onClose }) => {
        const [wishes, setWishes] = (0, import_react54.useState)(START);
        const [failure, setFailure] = (0, import_react54.useState)();
        const [busy, setBusy] = (0, import_react54.useState)(false);
        const wish = (changes) => setWishes({ ...wishes, ...changes });
        const asked4 = { ...request, from: wishes.from, mapping: wishes.mapping };
        const count = useData(() => replays.preview(asked4), JSON.stringify(asked4));
        const begin = async () => {
          setBusy(true);
          try {
            const begun = await replays.begin(requestOf(request, wishes));
            onClose();
            open(`log/replays/${begun.id}`);
          } catch (reason) {
            setFailure(reason);
            setBusy(false);
          }
        };
        const sent2 = step === void 0 ? void 0 : bodyOf(mapped);
        const errors = failure instanceof Refusal ? failure.problem.errors.filter((error) => /^body($|\.)/.test(error.field)) : [];
        const isSeveral = (count.data?.jobs ?? 0) > 1;
        return /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Modal, { isOpen: true, variant: "medium", onClose, "aria-label": "Replay" }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.ModalHeader, { title: "Replay", description: "Completed steps are kept. Only missing objects are created, and nothing twice." }), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.ModalBody, null, /* @__PURE__ */ import_react54.default.createElement(Trouble, { failure: failure ?? count.failure, again: failure ? void 0 : count.reload }), count.loading && !count.data && /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Spinner, { size: "md", "aria-label": "Counting" }), count.data && /* @__PURE__ */ import_react54.default.createElement(Counted, { count: count.data }), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Form, { onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormGroup, { label: "Reason", fieldId: "replay-reason", isRequired: true }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.TextInput, { id: "replay-reason", value: wishes.reason, maxLength: 1e3, onChange: (_, reason) => wish({ reason }) })), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormGroup, { label: "Start from", fieldId: "replay-from" }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormSelect, { id: "replay-from", value: wishes.from, onChange: (_, from) => wish({ from }) }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormSelectOption, { value: "start", label: "Start: the whole job; completed steps are kept" }), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormSelectOption, { value: "failed-step", label: `Failed step${step ? ` (${step})` : ""} and its dependent steps` }))), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormGroup, { label: "Mapping", fieldId: "replay-mapping" }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormSelect, { id: "replay-mapping", value: wishes.mapping, isDisabled: wishes.body !== void 0, onChange: (_, mapping) => wish({ mapping }) }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormSelectOption, { value: "current", label: "Current mapping" }), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormSelectOption, { value: "original", label: "Original plan" }))), isSeveral && /* @__PURE__ */ import_react54.default.createElement(import_react54.default.Fragment, null, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Checkbox, { id: "replay-canary", label: "Canary: run one job first, the others only if it succeeds", isChecked: wishes.canary, onChange: (_, canary) => wish({ canary }) }), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormGroup, { label: "Max jobs per minute", fieldId: "replay-rate" }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.TextInput, { id: "replay-rate", type: "number", min: 1, max: 1e4, value: wishes.perMinute, onChange: (_, perMinute) => wish({ perMinute }) }))), payload !== void 0 && /* @__PURE__ */ import_react54.default.createElement(import_react54.default.Fragment, null, /* @__PURE__ */ import_react54.default.createElement(
          import_react_core35.Checkbox,
          {
            id: "replay-edit",
            label: "Edit the payload",
            isDisabled: wishes.mapping === "original" || wishes.body !== void 0,
            isChecked: wishes.payload !== void 0,
            onChange: (_, edit) => wish({ payload: edit ? payload : void 0 })
          }
        ), wishes.payload !== void 0 && /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormGroup, { label: "Payload", fieldId: "replay-payload" }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.TextArea, { id: "replay-payload", rows: 10, resizeOrientation: "vertical", value: wishes.payload, onChange: (_, text) => wish({ payload: text }) }))), sent2 !== void 0 && /* @__PURE__ */ import_react54.default.createElement(
          import_react_core35.Checkbox,
          {
            id: "replay-edit-body",
            label: "Edit the request body",
            isChecked: wishes.body !== void 0,
            onChange: (_, edit) => {
              setFailure(void 0);
              setWishes(editing(wishes, edit ? sent2 : void 0));
            }
          }
        ), wishes.body !== void 0 && /* @__PURE__ */ import_react54.default.createElement(SentBody, { body: wishes.body, errors, onChange: (body) => wish({ body }) }))), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.ModalFooter, null, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Button, { isLoading: busy, isDisabled: busy || wishes.reason.trim() === "" || !count.data || count.data.jobs === 0, onClick: () => void begin() }, "Start replay"), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Button, { variant: "link", onClick: onClose }, "Cancel")));
      };
      SentBody = ({ body, errors, onChange }) => /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormGroup, { label: "Request body", fieldId: "replay-body" }, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.FormHelperText, null, /* @__PURE__ */ import_react54.default.createElement(import_react_core35.HelperText, { id: "replay-body-help" }, errors.map((error) => /* @__PURE__ */ import_react54.default.createElement(import_react_core35.HelperTextItem, { key: error.field + error.message, variant: "error" }, error.field, " ", error.message)), /* @__PURE__ */ import_react54.default.createElement(import_react_core35.HelperTextItem, null, "The edit applies to this replay only. ScopeStack and the mapping are not changed."))), /* @__PURE__ */ import_react54.default.createElement(
        import_react_core35.TextArea,
        {
          id: "replay-body",
          rows: 12,
          resizeOrientation: "vertical",
          "aria-describedby": "replay-body-help",
          validated: errors.length > 0 ? "error" : "default",
          value: body,
          onChange: (_, text) => onChange(text)
        }
      ));
      Counted = ({ count }) => /* @__PURE__ */ import_react54.default.createElement(import_react_core35.Alert, { isInline: true, isPlain: true, variant: count.jobs === 0 ? "warning" : "info", title: `${plural(count.entries, "entry", "entries")}: ${plural(count.jobs, "job", "jobs")} to run again.` }, count.excluded.length > 0 && /* @__PURE__ */ import_react54.default.createElement(import_react_core35.List, null, count.excluded.map((refused) => /* @__PURE__ */ import_react54.default.createElement(import_react_core35.ListItem, { key: refused.reason }, plural(refused.entries, "entry", "entries"), " excluded (", refused.examples.join(", "), "): ", refused.reason))));
    }
  });

  // src/log/EntryPage.tsx
  function subjectOf({ subject, subjectName }) {
    return subjectName && subject ? `${subjectName} (${subject})` : subject;
  }
  var import_react55, import_react_core36, EntryPage, Whole;
  var init_EntryPage = __esm({
    "src/log/EntryPage.tsx"() {
      "use strict";
      import_react55 = __toESM(require_react(), 1);
      import_react_core36 = __toESM(require_patternfly_core(), 1);
      init_jobs();
      init_log();
      init_me();
      init_Details();
      init_JsonView();
      init_Link();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_spoken();
      init_Trouble();
      init_useData();
      init_useNames();
      init_useRights();
      init_When();
      init_ConfirmClosing();
      init_PastReplays();
      init_HandlingDialog();
      init_HandlingLabels();
      init_RemedyLinks();
      init_ReplayDialog();
      EntryPage = ({ id }) => {
        const { data, failure, loading, reload } = useData((signal) => entry(id, signal), id, 5e3);
        const { operate } = useRights();
        const [replaying, setReplaying] = (0, import_react55.useState)(false);
        const [handling, setHandling] = (0, import_react55.useState)(false);
        const problem = data?.problem;
        const cause = useData(async (signal) => problem ? (await logGroups({ problem }, "-last", signal, 1)).groups[0] : void 0, `cause ${problem ?? ""}`, 15e3);
        return /* @__PURE__ */ import_react55.default.createElement(
          Page,
          {
            title: `Log entry ${id}`,
            about: data ? aboutOf(data) : "",
            actions: [
              data && asksToClose(data) && /* @__PURE__ */ import_react55.default.createElement(ConfirmClosing, { key: "close", entry: data, onChange: reload }),
              /* @__PURE__ */ import_react55.default.createElement(ReasonedButton, { key: "replay", because: !operate ? OPERATORS_DO : data && data.jobId === void 0 ? "This entry has no job that could be replayed." : void 0, isDisabled: !data, onClick: () => setReplaying(true) }, "Replay"),
              data?.problem && data.state === "OPEN" && /* @__PURE__ */ import_react55.default.createElement(ReasonedButton, { key: "handle", variant: "secondary", because: operate ? void 0 : OPERATORS_DO, isDisabled: !cause.data, onClick: () => setHandling(true) }, "Handle"),
              /* @__PURE__ */ import_react55.default.createElement(import_react_core36.Button, { key: "back", variant: "link", onClick: () => backTo("log") }, "All entries")
            ].filter(Boolean)
          },
          /* @__PURE__ */ import_react55.default.createElement(Trouble, { failure, again: reload }),
          !data && loading && /* @__PURE__ */ import_react55.default.createElement(import_react_core36.Spinner, { "aria-label": "Loading" }),
          data && /* @__PURE__ */ import_react55.default.createElement(Whole, { entry: data, handling: cause.data?.handling }),
          handling && data?.problem && /* @__PURE__ */ import_react55.default.createElement(
            HandlingDialog,
            {
              problem: data.problem,
              cause: data.cause,
              handling: cause.data?.handling,
              onClose: () => {
                setHandling(false);
                cause.reload();
              }
            }
          ),
          replaying && data && /* @__PURE__ */ import_react55.default.createElement(ReplayDialog, { request: { entries: [data.id] }, payload: data.raw, step: data.step, mapped: data.mapped, onClose: () => setReplaying(false) })
        );
      };
      Whole = ({ entry: entry2, handling }) => {
        const page = pageOf(entry2);
        const nameOf = useNames();
        const texts = [
          ["Raw", entry2.raw],
          ["Mapped", entry2.mapped === void 0 ? void 0 : JSON.stringify(entry2.mapped)],
          ["Request", entry2.request],
          ["Response", entry2.response],
          ["Stack trace", entry2.stackTrace]
        ];
        return /* @__PURE__ */ import_react55.default.createElement(import_react55.default.Fragment, null, /* @__PURE__ */ import_react55.default.createElement(import_react_core36.Alert, { isInline: true, variant: entry2.state === "OPEN" ? "danger" : "success", title: spoken(entry2.cause) }, spoken(entry2.remedy), " ", (entry2.class === "OUTCOME_UNKNOWN" || entry2.class === "DUPLICATE") && entry2.state === "OPEN" && page && /* @__PURE__ */ import_react55.default.createElement(Link, { page }, "Resolve it on the project page"), entry2.state === "OPEN" && /* @__PURE__ */ import_react55.default.createElement(RemedyLinks, { entry: entry2 })), /* @__PURE__ */ import_react55.default.createElement(HandlingLabels, { handling }), /* @__PURE__ */ import_react55.default.createElement(
          Details,
          {
            details: [
              ["State", entry2.state === "OPEN" ? "Open" : /* @__PURE__ */ import_react55.default.createElement(import_react55.default.Fragment, null, "Resolved ", /* @__PURE__ */ import_react55.default.createElement(When, { time: entry2.resolvedAt }))],
              ["Class", inWords(entry2.class)],
              ["Field", entry2.field],
              ["Connection", entry2.connection && /* @__PURE__ */ import_react55.default.createElement(Link, { page: `apps/${entry2.connection}` }, nameOf(entry2.connection))],
              ["Subject", page ? /* @__PURE__ */ import_react55.default.createElement(Link, { page }, subjectOf(entry2)) : subjectOf(entry2)],
              ["Step", entry2.stepTitle ? `${entry2.stepTitle} (${entry2.step})` : entry2.step],
              ["Cause", entry2.problem && /* @__PURE__ */ import_react55.default.createElement(Link, { page: "log", filters: { problem: entry2.problem, view: "entries", state: "ALL" } }, "All entries of this cause")],
              ["Last occurrence", /* @__PURE__ */ import_react55.default.createElement(import_react55.default.Fragment, null, /* @__PURE__ */ import_react55.default.createElement(When, { time: entry2.lastAt }), entry2.occurrences > 1 && /* @__PURE__ */ import_react55.default.createElement(import_react55.default.Fragment, null, " (", entry2.occurrences, " occurrences, first ", /* @__PURE__ */ import_react55.default.createElement(When, { time: entry2.createdAt }), ")"))],
              ["Job", entry2.jobId && `${entry2.jobId}: ${(entry2.jobState ?? "").toLowerCase()}, attempt ${entry2.jobAttempts ?? 0}`]
            ]
          }
        ), texts.map(
          ([title, text]) => text && /* @__PURE__ */ import_react55.default.createElement(import_react55.default.Fragment, { key: title }, /* @__PURE__ */ import_react55.default.createElement(import_react_core36.Content, { component: "h2" }, title), /* @__PURE__ */ import_react55.default.createElement(JsonView, { title, text }))
        ), /* @__PURE__ */ import_react55.default.createElement(PastReplays, { replays: entry2.replays ?? [] }));
      };
    }
  });

  // src/log/EntryTable.tsx
  var import_react56, import_react_core37, import_react_table8, EntryTable;
  var init_EntryTable = __esm({
    "src/log/EntryTable.tsx"() {
      "use strict";
      import_react56 = __toESM(require_react(), 1);
      import_react_core37 = __toESM(require_patternfly_core(), 1);
      import_react_table8 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_log();
      init_Link();
      init_spoken();
      init_useNames();
      init_When();
      EntryTable = ({ entries, picked, onPick }) => {
        const nameOf = useNames();
        const ids = entries.map((entry2) => entry2.id);
        const isWhole = ids.every((id) => picked.includes(id));
        const pick = (id, on) => onPick(on ? [...picked, id] : picked.filter((one3) => one3 !== id));
        return /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Table, { "aria-label": "Log entries", variant: "compact" }, /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Thead, null, /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Tr, null, /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { screenReaderText: "Select", select: { isSelected: isWhole, onSelect: (_, on) => onPick(on ? [.../* @__PURE__ */ new Set([...picked, ...ids])] : picked.filter((id) => !ids.includes(id))) } }), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { modifier: "wrap" }, "Last occurrence"), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { modifier: "wrap" }, "Class"), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { modifier: "wrap" }, "Subject"), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Th, { width: 40, modifier: "wrap" }, "Cause"))), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Tbody, null, entries.map((entry2, row) => /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Tr, { key: entry2.id }, /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { select: { rowIndex: row, isSelected: picked.includes(entry2.id), onSelect: (_, on) => pick(entry2.id, on) } }), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { dataLabel: "Last occurrence" }, /* @__PURE__ */ import_react56.default.createElement(When, { time: entry2.lastAt }), entry2.occurrences > 1 && ` (${entry2.occurrences.toLocaleString("en")} times)`), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { dataLabel: "State" }, /* @__PURE__ */ import_react56.default.createElement(import_react_core37.Label, { status: entry2.state === "OPEN" ? "danger" : "success" }, entry2.state === "OPEN" ? "Open" : "Resolved")), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { dataLabel: "Class" }, inWords(entry2.class)), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { dataLabel: "Connection" }, nameOf(entry2.connection)), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { dataLabel: "Subject" }, aboutOf(entry2)), /* @__PURE__ */ import_react56.default.createElement(import_react_table8.Td, { dataLabel: "Cause", modifier: "breakWord" }, /* @__PURE__ */ import_react56.default.createElement(Link, { page: `log/${entry2.id}` }, spoken(entry2.cause)))))));
      };
    }
  });

  // src/log/search.ts
  function searchOf(filters, now = Date.now()) {
    const period = PERIODS[filters["since"] ?? ""];
    const from = period ? new Date(Math.floor(now / MINUTE) * MINUTE - period.hours * 60 * MINUTE).toISOString() : filters["from"];
    const state = filters["state"] || DEFAULT_STATE;
    return Object.fromEntries(
      NAMES2.flatMap((name) => {
        const value = name === "from" ? from : name === "state" ? state === "ALL" ? "" : state : filters[name];
        if (!value) return [];
        return [[name, name === "from" || name === "to" ? utc(value) : value]];
      })
    );
  }
  function isFiltered(filters) {
    return [...NAMES2, "since"].some((name) => (filters[name] ?? "") !== "" && !(name === "state" && filters[name] === DEFAULT_STATE));
  }
  function remember(filters, store = localStorage) {
    const { problem: _, ...kept } = filters;
    try {
      store.setItem(REMEMBERED, JSON.stringify(kept));
    } catch {
    }
  }
  function remembered(store = localStorage) {
    try {
      const kept = JSON.parse(store.getItem(REMEMBERED) ?? "{}");
      return kept && typeof kept === "object" ? Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === "string")) : {};
    } catch {
      return {};
    }
  }
  function utc(local) {
    const time = new Date(local);
    return Number.isNaN(time.getTime()) ? local : time.toISOString();
  }
  var NAMES2, REMEMBERED, MINUTE, DEFAULT_STATE, PERIODS;
  var init_search = __esm({
    "src/log/search.ts"() {
      "use strict";
      NAMES2 = ["connection", "flow", "class", "state", "subject", "text", "from", "to", "problem"];
      REMEMBERED = "scopebridge.log";
      MINUTE = 6e4;
      DEFAULT_STATE = "OPEN";
      PERIODS = {
        "24h": { label: "Last 24 hours", hours: 24 },
        "7d": { label: "Last 7 days", hours: 7 * 24 }
      };
    }
  });

  // src/log/NoEntries.tsx
  var import_react57, NoEntries;
  var init_NoEntries = __esm({
    "src/log/NoEntries.tsx"() {
      "use strict";
      import_react57 = __toESM(require_react(), 1);
      init_Nothing();
      init_search();
      NoEntries = ({ filters }) => /* @__PURE__ */ import_react57.default.createElement(Nothing, { title: isFiltered(filters) ? "No entries match these filters" : "No open failures" }, isFiltered(filters) ? "Remove a filter to see more." : "Failures of all connections are listed here, each with its cause and remedy. Choose another state to see those that are resolved.");
    }
  });

  // src/log/EntryList.tsx
  var import_react58, import_react_core38, EntryList;
  var init_EntryList = __esm({
    "src/log/EntryList.tsx"() {
      "use strict";
      import_react58 = __toESM(require_react(), 1);
      import_react_core38 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_Pager();
      init_Trouble();
      init_useData();
      init_useRows();
      init_When();
      init_EntryTable();
      init_NoEntries();
      EntryList = ({ filters, search, picked, onPick }) => {
        const entries = useRows("/api/log", "entries", search, 5e3);
        const count = useData((signal) => get("/api/log/count" + query(search), signal), "count" + query(search), 15e3);
        const shown2 = entries.rows ?? [];
        return /* @__PURE__ */ import_react58.default.createElement(import_react58.default.Fragment, null, /* @__PURE__ */ import_react58.default.createElement(Trouble, { failure: entries.failure, again: entries.reload }), !entries.rows && entries.loading && /* @__PURE__ */ import_react58.default.createElement(import_react_core38.Spinner, { "aria-label": "Loading" }), entries.rows && shown2.length === 0 && entries.searchedTo && /* @__PURE__ */ import_react58.default.createElement(Pager, { rows: entries }), entries.searchedTo && /* @__PURE__ */ import_react58.default.createElement("p", null, "Searched back to ", /* @__PURE__ */ import_react58.default.createElement(When, { time: entries.searchedTo }), ". Next continues from there."), entries.rows && shown2.length === 0 && !entries.searchedTo && /* @__PURE__ */ import_react58.default.createElement(NoEntries, { filters }), shown2.length > 0 && /* @__PURE__ */ import_react58.default.createElement(import_react58.default.Fragment, null, /* @__PURE__ */ import_react58.default.createElement("p", { "aria-live": "polite" }, count.data && `${count.data.count.toLocaleString("en")}${count.data.atLeast ? " or more" : ""} ${count.data.count === 1 ? "entry" : "entries"}`), /* @__PURE__ */ import_react58.default.createElement(EntryTable, { entries: shown2, picked, onPick }), /* @__PURE__ */ import_react58.default.createElement(Pager, { rows: entries })));
      };
    }
  });

  // src/ui/sorting.ts
  function sortingOf(columns, column, sort, onChange) {
    const by = sort.replace(/^-/, "");
    const index = columns.indexOf(by);
    return {
      sortBy: { index: index < 0 ? void 0 : index, direction: sort.startsWith("-") ? "desc" : "asc" },
      onSort: (_, picked, direction) => onChange((direction === "desc" ? "-" : "") + columns[picked]),
      columnIndex: columns.indexOf(column)
    };
  }
  var init_sorting = __esm({
    "src/ui/sorting.ts"() {
      "use strict";
    }
  });

  // src/log/GroupEntries.tsx
  var import_react59, import_react_core39, GroupEntries;
  var init_GroupEntries = __esm({
    "src/log/GroupEntries.tsx"() {
      "use strict";
      import_react59 = __toESM(require_react(), 1);
      import_react_core39 = __toESM(require_patternfly_core(), 1);
      init_log();
      init_Link();
      init_Pager();
      init_Trouble();
      init_useRows();
      init_When();
      GroupEntries = ({ problem, search }) => {
        const entries = useRows("/api/log", "entries", { ...search, problem, limit: "10" });
        return /* @__PURE__ */ import_react59.default.createElement(import_react59.default.Fragment, null, /* @__PURE__ */ import_react59.default.createElement(Trouble, { failure: entries.failure, again: entries.reload }), !entries.rows && entries.loading && /* @__PURE__ */ import_react59.default.createElement(import_react_core39.Spinner, { size: "md", "aria-label": "Loading" }), /* @__PURE__ */ import_react59.default.createElement(import_react_core39.List, { isPlain: true }, entries.rows?.map((entry2) => /* @__PURE__ */ import_react59.default.createElement(import_react_core39.ListItem, { key: entry2.id }, /* @__PURE__ */ import_react59.default.createElement(Link, { page: `log/${entry2.id}` }, aboutOf(entry2)), entry2.state === "RESOLVED" && ", resolved", ", ", /* @__PURE__ */ import_react59.default.createElement(When, { time: entry2.lastAt }), entry2.occurrences > 1 && ` (${entry2.occurrences.toLocaleString("en")} times)`))), /* @__PURE__ */ import_react59.default.createElement(Pager, { rows: entries }));
      };
    }
  });

  // src/log/GroupTable.tsx
  var import_react60, import_react_table9, COLUMNS, GroupTable;
  var init_GroupTable = __esm({
    "src/log/GroupTable.tsx"() {
      "use strict";
      import_react60 = __toESM(require_react(), 1);
      import_react_table9 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_log();
      init_me();
      init_Link();
      init_ReasonedButton();
      init_sorting();
      init_spoken();
      init_useNames();
      init_useRights();
      init_When();
      init_GroupEntries();
      init_handling();
      init_HandlingDialog();
      init_HandlingLabels();
      COLUMNS = ["entries", "failures", "last"];
      GroupTable = ({ groups, search, sort, onSort, onReplay, reload }) => {
        const { operate } = useRights();
        const nameOf = useNames();
        const [opened, setOpened] = (0, import_react60.useState)([]);
        const [handled, setHandled] = (0, import_react60.useState)();
        const by = (column) => sortingOf(COLUMNS, column, sort, onSort);
        return /* @__PURE__ */ import_react60.default.createElement(import_react60.default.Fragment, null, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Table, { "aria-label": "Failures by cause", variant: "compact" }, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Thead, null, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Tr, null, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { screenReaderText: "Open" }), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { modifier: "nowrap", sort: by("entries") }, "Entries"), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { width: 45, modifier: "wrap" }, "Cause"), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { modifier: "nowrap", sort: by("failures") }, "Failures"), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { modifier: "nowrap", sort: by("last") }, "Last"), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Th, { screenReaderText: "Actions" }))), groups.map((group, row) => {
          const key2 = group.problem ?? String(group.newest);
          const isOpen = opened.includes(key2);
          const problem = group.problem;
          return /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Tbody, { key: key2, isExpanded: isOpen }, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Tr, null, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { expand: group.entries > 1 ? { rowIndex: row, isExpanded: isOpen, onToggle: () => setOpened(isOpen ? opened.filter((one3) => one3 !== key2) : [...opened, key2]) } : void 0 }), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { dataLabel: "Entries" }, group.entries.toLocaleString("en"), " ×"), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { dataLabel: "Cause", modifier: "breakWord" }, /* @__PURE__ */ import_react60.default.createElement(Link, { page: group.entries > 1 && problem ? "log" : `log/${group.newest}`, filters: group.entries > 1 && problem ? { ...search, state: search["state"] ?? "ALL", problem, view: "entries" } : {} }, spoken(group.cause)), /* @__PURE__ */ import_react60.default.createElement("div", null, inWords(group.class), ", ", group.entries > 1 ? aboutOf({ flow: group.flow }) : aboutOf(group)), /* @__PURE__ */ import_react60.default.createElement(HandlingLabels, { handling: group.handling })), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { dataLabel: "Connection" }, nameOf(group.connection)), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { dataLabel: "Failures" }, group.occurrences.toLocaleString("en")), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { dataLabel: "Last" }, /* @__PURE__ */ import_react60.default.createElement(When, { time: group.lastAt })), /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { isActionCell: true }, problem && (group.open > 0 || isMuted(group.handling)) && /* @__PURE__ */ import_react60.default.createElement(import_react60.default.Fragment, null, /* @__PURE__ */ import_react60.default.createElement(ReasonedButton, { size: "sm", variant: "link", because: operate ? void 0 : OPERATORS_DO, "aria-label": `Handle ${spoken(group.cause)}`, onClick: () => setHandled(group) }, "Handle"), /* @__PURE__ */ import_react60.default.createElement(ReasonedButton, { size: "sm", variant: "link", because: operate ? void 0 : OPERATORS_DO, "aria-label": `Replay ${spoken(group.cause)}`, onClick: () => onReplay(group) }, "Replay")))), isOpen && problem && /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Tr, { isExpanded: true }, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.Td, { colSpan: 7 }, /* @__PURE__ */ import_react60.default.createElement(import_react_table9.ExpandableRowContent, null, /* @__PURE__ */ import_react60.default.createElement(GroupEntries, { problem, search })))));
        })), handled?.problem && /* @__PURE__ */ import_react60.default.createElement(
          HandlingDialog,
          {
            problem: handled.problem,
            cause: handled.cause,
            handling: handled.handling,
            onClose: (changed) => {
              setHandled(void 0);
              if (changed) reload();
            }
          }
        ));
      };
    }
  });

  // src/log/GroupList.tsx
  var import_react61, import_react_core40, NEWEST_FIRST, MOST, GroupList;
  var init_GroupList = __esm({
    "src/log/GroupList.tsx"() {
      "use strict";
      import_react61 = __toESM(require_react(), 1);
      import_react_core40 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_log();
      init_Trouble();
      init_useData();
      init_GroupTable();
      init_NoEntries();
      NEWEST_FIRST = "-last";
      MOST = 100;
      GroupList = ({ filters, search, onSort, onReplay }) => {
        const sort = filters["sort"] ?? NEWEST_FIRST;
        const found2 = useData((signal) => logGroups(search, sort, signal, MOST), `groups ${sort} ${query(search)}`, 1e4);
        const { groups = [], matches } = found2.data ?? {};
        return /* @__PURE__ */ import_react61.default.createElement(import_react61.default.Fragment, null, /* @__PURE__ */ import_react61.default.createElement(Trouble, { failure: found2.failure, again: found2.reload }), !found2.data && found2.loading && /* @__PURE__ */ import_react61.default.createElement(import_react_core40.Spinner, { "aria-label": "Loading" }), found2.data && groups.length === 0 && /* @__PURE__ */ import_react61.default.createElement(NoEntries, { filters }), groups.length > 0 && /* @__PURE__ */ import_react61.default.createElement(import_react61.default.Fragment, null, /* @__PURE__ */ import_react61.default.createElement("p", { "aria-live": "polite" }, groups.length.toLocaleString("en"), " ", groups.length === 1 ? "cause" : "causes", ", ", matches.count.toLocaleString("en"), matches.atLeast ? " or more" : "", " ", matches.count === 1 ? "entry" : "entries", matches.atLeast && ". Only the newest 10,000 entries are grouped: narrow the filters.", groups.length >= MOST && ` These are the first ${MOST} causes.`), /* @__PURE__ */ import_react61.default.createElement(GroupTable, { groups, search, sort, onSort: (next) => onSort(next === NEWEST_FIRST ? "" : next), onReplay, reload: found2.reload })));
      };
    }
  });

  // src/log/LogFilters.tsx
  function asRead(value) {
    return { value, label: inWords(value) };
  }
  var import_react62, import_react_core41, FLOWS, EMPTY2, LESS_USED, LogFilters, Moment;
  var init_LogFilters = __esm({
    "src/log/LogFilters.tsx"() {
      "use strict";
      import_react62 = __toESM(require_react(), 1);
      import_react_core41 = __toESM(require_patternfly_core(), 1);
      init_jobs();
      init_log();
      init_ConnectionFilter();
      init_FilterBar();
      init_FilterSelect();
      init_FilterText();
      init_time();
      init_search();
      FLOWS = ["poll-opportunities", "refresh-directory", "refresh-opportunity", "watch-callbacks", "link-opportunity", "watch-projects", "preview-project", "push-project", "sync-revenue", "create-sales-order", "check-connection", "check-drift", "reload"];
      EMPTY2 = { connection: "", flow: "", class: "", state: "", subject: "", text: "", from: "", to: "", since: "", problem: "" };
      LESS_USED = ["flow", "subject", "from", "to"];
      LogFilters = ({ filters, onChange, children }) => {
        const connections2 = useConnections();
        const is = (name) => filters[name] ?? "";
        const [asked4, setAsked] = (0, import_react62.useState)(false);
        const more = asked4 || LESS_USED.some((name) => is(name) !== "");
        return /* @__PURE__ */ import_react62.default.createElement(import_react62.default.Fragment, null, /* @__PURE__ */ import_react62.default.createElement(FilterBar, null, /* @__PURE__ */ import_react62.default.createElement(FilterText, { label: "Text in cause, field, subject or step", value: is("text"), onChange: (text) => onChange({ text }) }), /* @__PURE__ */ import_react62.default.createElement(ConnectionFilter, { all: connections2.data ?? [], value: is("connection"), onChange: (connection) => onChange({ connection }) }), /* @__PURE__ */ import_react62.default.createElement(FilterSelect, { label: "State", value: is("state") === "ALL" ? "" : is("state") || DEFAULT_STATE, options: ["OPEN", "RESOLVED"].map(asRead), onChange: (state) => onChange({ state: state || "ALL" }) }), /* @__PURE__ */ import_react62.default.createElement(FilterSelect, { label: "Class", value: is("class"), options: CLASSES.map(asRead), onChange: (type) => onChange({ class: type }) }), /* @__PURE__ */ import_react62.default.createElement(FilterSelect, { label: "Time", value: is("since"), options: Object.entries(PERIODS).map(([value, { label }]) => ({ value, label })), onChange: (since) => onChange({ since, from: "", to: "" }) })), /* @__PURE__ */ import_react62.default.createElement(import_react_core41.Flex, null, /* @__PURE__ */ import_react62.default.createElement(import_react_core41.FlexItem, null, children), /* @__PURE__ */ import_react62.default.createElement(import_react_core41.Button, { variant: "link", "aria-expanded": more, onClick: () => setAsked(!more) }, "More filters"), isFiltered(filters) && /* @__PURE__ */ import_react62.default.createElement(import_react_core41.Button, { variant: "link", onClick: () => onChange(EMPTY2) }, "Clear filters")), more && /* @__PURE__ */ import_react62.default.createElement(FilterBar, { label: "More filters" }, /* @__PURE__ */ import_react62.default.createElement(FilterSelect, { label: "Flow", value: is("flow"), options: FLOWS.map((value) => ({ value, label: wordsOf(value) })), onChange: (flow) => onChange({ flow }) }), /* @__PURE__ */ import_react62.default.createElement(FilterText, { label: "Subject, such as project:90001", value: is("subject"), onChange: (subject) => onChange({ subject }) }), /* @__PURE__ */ import_react62.default.createElement(Moment, { label: "From", value: is("from"), onChange: (from) => onChange({ from, since: "" }) }), /* @__PURE__ */ import_react62.default.createElement(Moment, { label: "To", value: is("to"), onChange: (to) => onChange({ to, since: "" }) })));
      };
      Moment = ({ label, value, onChange }) => /* @__PURE__ */ import_react62.default.createElement(import_react_core41.InputGroup, null, /* @__PURE__ */ import_react62.default.createElement(import_react_core41.InputGroupText, null, label), /* @__PURE__ */ import_react62.default.createElement(import_react_core41.InputGroupItem, null, /* @__PURE__ */ import_react62.default.createElement(import_react_core41.TextInput, { type: "datetime-local", "aria-label": label, value: pickable(value), onChange: (_, picked) => onChange(picked) })));
    }
  });

  // src/log/LogList.tsx
  function causeOf({ problem = "" }) {
    return { problem, state: "OPEN" };
  }
  var import_react63, import_react_core42, LogList;
  var init_LogList = __esm({
    "src/log/LogList.tsx"() {
      "use strict";
      import_react63 = __toESM(require_react(), 1);
      import_react_core42 = __toESM(require_patternfly_core(), 1);
      init_log();
      init_me();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_useRights();
      init_EntryList();
      init_GroupList();
      init_LogFilters();
      init_ReplayDialog();
      init_search();
      LogList = () => {
        const { filters, filter } = usePlace("log");
        const { operate } = useRights();
        const search = (0, import_react63.useMemo)(() => searchOf(filters), [JSON.stringify(filters)]);
        const isByCause = filters["view"] !== "entries";
        const [picked, setPicked] = (0, import_react63.useState)([]);
        const [replay, setReplay] = (0, import_react63.useState)();
        (0, import_react63.useEffect)(() => {
          if (Object.keys(filters).length === 0) filter(remembered());
        }, []);
        const change = (changes) => {
          remember({ ...filters, ...changes });
          filter(changes);
        };
        return /* @__PURE__ */ import_react63.default.createElement(
          Page,
          {
            title: "Log",
            about: "Every failure, with its cause and remedy.",
            actions: [
              !isByCause && /* @__PURE__ */ import_react63.default.createElement(ReasonedButton, { key: "picked", because: !operate ? OPERATORS_DO : picked.length === 0 ? "Select entries first." : void 0, onClick: () => setReplay({ entries: picked }) }, "Replay ", picked.length === 0 ? "selected" : `${picked.length} selected`),
              /* @__PURE__ */ import_react63.default.createElement(ReasonedButton, { key: "all", variant: "secondary", because: operate ? void 0 : OPERATORS_DO, onClick: () => setReplay({ search }) }, "Replay all results"),
              /* @__PURE__ */ import_react63.default.createElement(import_react_core42.Button, { key: "replays", variant: "link", onClick: () => open("log/replays") }, "Replays"),
              /* @__PURE__ */ import_react63.default.createElement(import_react_core42.Button, { key: "csv", variant: "link", component: "a", href: exportAddress(search, "csv"), download: true }, "CSV"),
              /* @__PURE__ */ import_react63.default.createElement(import_react_core42.Button, { key: "json", variant: "link", component: "a", href: exportAddress(search, "json"), download: true }, "JSON")
            ].filter(Boolean)
          },
          /* @__PURE__ */ import_react63.default.createElement(LogFilters, { filters, onChange: change }, /* @__PURE__ */ import_react63.default.createElement(import_react_core42.ToggleGroup, { "aria-label": "View" }, /* @__PURE__ */ import_react63.default.createElement(import_react_core42.ToggleGroupItem, { buttonId: "by-cause", text: "By cause", isSelected: isByCause, onChange: () => change({ view: "", problem: "" }) }), /* @__PURE__ */ import_react63.default.createElement(import_react_core42.ToggleGroupItem, { buttonId: "entries", text: "All entries", isSelected: !isByCause, onChange: () => change({ view: "entries" }) }))),
          filters["problem"] && /* @__PURE__ */ import_react63.default.createElement("p", null, "Entries of one cause.", " ", /* @__PURE__ */ import_react63.default.createElement(import_react_core42.Button, { variant: "link", isInline: true, onClick: () => filter({ problem: "", view: "" }) }, "All causes")),
          isByCause ? /* @__PURE__ */ import_react63.default.createElement(GroupList, { filters, search, onSort: (sort) => filter({ sort }), onReplay: (group) => setReplay({ search: { ...search, ...causeOf(group) } }) }) : /* @__PURE__ */ import_react63.default.createElement(EntryList, { filters, search, picked, onPick: setPicked }),
          replay && /* @__PURE__ */ import_react63.default.createElement(
            ReplayDialog,
            {
              request: replay,
              onClose: () => {
                setReplay(void 0);
                setPicked([]);
              }
            }
          )
        );
      };
    }
  });

  // src/log/ReplayList.tsx
  var import_react64, import_react_core43, import_react_table10, ReplayList;
  var init_ReplayList = __esm({
    "src/log/ReplayList.tsx"() {
      "use strict";
      import_react64 = __toESM(require_react(), 1);
      import_react_core43 = __toESM(require_patternfly_core(), 1);
      import_react_table10 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_Link();
      init_location();
      init_Nothing();
      init_Page();
      init_Pager();
      init_Trouble();
      init_useRows();
      init_When();
      ReplayList = () => {
        const list2 = useRows("/api/replays", "replays", {}, 5e3);
        return /* @__PURE__ */ import_react64.default.createElement(
          Page,
          {
            title: "Replays",
            about: "What was replayed, by whom and why.",
            actions: [
              /* @__PURE__ */ import_react64.default.createElement(import_react_core43.Button, { key: "log", variant: "link", onClick: () => open("log") }, "Log")
            ]
          },
          /* @__PURE__ */ import_react64.default.createElement(Trouble, { failure: list2.failure, again: list2.reload }),
          !list2.rows && list2.loading && /* @__PURE__ */ import_react64.default.createElement(import_react_core43.Spinner, { "aria-label": "Loading" }),
          list2.rows?.length === 0 && /* @__PURE__ */ import_react64.default.createElement(Nothing, { title: "No replays yet" }, "Open a log entry, fix its cause, and click Replay."),
          list2.rows && list2.rows.length > 0 && /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Table, { "aria-label": "Replays", variant: "compact" }, /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Thead, null, /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Tr, null, /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Th, { modifier: "wrap" }, "Replay"), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Th, { modifier: "wrap" }, "Started"), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Th, { modifier: "wrap" }, "By"), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Th, { modifier: "wrap" }, "Reason"), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Th, { modifier: "wrap" }, "Jobs"))), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Tbody, null, list2.rows.map((replay) => /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Tr, { key: replay.id }, /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Td, { dataLabel: "Replay" }, /* @__PURE__ */ import_react64.default.createElement(Link, { page: `log/replays/${replay.id}` }, replay.id)), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Td, { dataLabel: "Started" }, /* @__PURE__ */ import_react64.default.createElement(When, { time: replay.createdAt })), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Td, { dataLabel: "By" }, replay.by), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Td, { dataLabel: "Reason" }, replay.reason), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Td, { dataLabel: "State" }, inWords(replay.state)), /* @__PURE__ */ import_react64.default.createElement(import_react_table10.Td, { dataLabel: "Jobs" }, replay.progress.succeeded, " of ", replay.progress.total, " succeeded, ", replay.progress.failed, " failed"))))),
          /* @__PURE__ */ import_react64.default.createElement(Pager, { rows: list2 })
        );
      };
    }
  });

  // src/log/ReplayPage.tsx
  var import_react65, import_react_core44, import_react_table11, LIVE_MILLIS3, ReplayPage, Summary, Subject, Edited, Items;
  var init_ReplayPage = __esm({
    "src/log/ReplayPage.tsx"() {
      "use strict";
      import_react65 = __toESM(require_react(), 1);
      import_react_core44 = __toESM(require_patternfly_core(), 1);
      import_react_table11 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_log();
      init_me();
      init_replays();
      init_act();
      init_Details();
      init_JsonView();
      init_Link();
      init_location();
      init_Page();
      init_Pager();
      init_ReasonedButton();
      init_spoken();
      init_Trouble();
      init_useData();
      init_useNames();
      init_useRights();
      init_useRows();
      init_When();
      LIVE_MILLIS3 = 1500;
      ReplayPage = ({ id }) => {
        const { operate } = useRights();
        const replay = useData((signal) => replays.one(id, signal), id, LIVE_MILLIS3);
        const items = useRows(`/api/replays/${encodeURIComponent(id)}/items`, "items", {}, LIVE_MILLIS3);
        const state = replay.data?.state;
        const tell = (what, done) => void act(() => what(Number(id)), done).then(replay.reload);
        return /* @__PURE__ */ import_react65.default.createElement(
          Page,
          {
            title: `Replay ${id}`,
            about: replay.data?.reason ?? "",
            actions: [
              state === "RUNNING" && /* @__PURE__ */ import_react65.default.createElement(ReasonedButton, { variant: "secondary", because: operate ? void 0 : OPERATORS_DO, onClick: () => tell(replays.pause, "Replay paused. Running jobs will finish; no new ones start.") }, "Pause"),
              state === "PAUSED" && /* @__PURE__ */ import_react65.default.createElement(ReasonedButton, { because: operate ? void 0 : OPERATORS_DO, onClick: () => tell(replays.resume, "Replay resumed.") }, "Resume"),
              (state === "RUNNING" || state === "PAUSED") && /* @__PURE__ */ import_react65.default.createElement(ReasonedButton, { variant: "danger", because: operate ? void 0 : OPERATORS_DO, onClick: () => tell(replays.cancel, "Replay cancelled. Running jobs will finish; the others are not run.") }, "Cancel"),
              /* @__PURE__ */ import_react65.default.createElement(import_react_core44.Button, { variant: "link", onClick: () => open("log/replays") }, "All replays")
            ].filter(Boolean)
          },
          /* @__PURE__ */ import_react65.default.createElement(Trouble, { failure: replay.failure ?? items.failure, again: replay.reload }),
          !replay.data && replay.loading && /* @__PURE__ */ import_react65.default.createElement(import_react_core44.Spinner, { "aria-label": "Loading" }),
          replay.data && /* @__PURE__ */ import_react65.default.createElement(Summary, { replay: replay.data }),
          items.rows && /* @__PURE__ */ import_react65.default.createElement(Items, { items: items.rows }),
          /* @__PURE__ */ import_react65.default.createElement(Pager, { rows: items })
        );
      };
      Summary = ({ replay }) => {
        const { progress } = replay;
        const over = progress.succeeded + progress.failed + progress.skipped + progress.cancelled;
        return /* @__PURE__ */ import_react65.default.createElement(import_react65.default.Fragment, null, replay.stateReason && /* @__PURE__ */ import_react65.default.createElement(import_react_core44.Alert, { isInline: true, variant: "warning", title: spoken(replay.stateReason) }), /* @__PURE__ */ import_react65.default.createElement(
          import_react_core44.Progress,
          {
            title: `${inWords(replay.state)}: ${progress.succeeded} succeeded, ${progress.failed} failed, ${progress.skipped} skipped, ${progress.waiting} waiting`,
            value: over,
            max: Math.max(1, progress.total),
            label: `${over} of ${progress.total}`,
            measureLocation: "outside",
            variant: progress.failed > 0 ? "danger" : replay.state === "DONE" ? "success" : void 0
          }
        ), /* @__PURE__ */ import_react65.default.createElement(
          Details,
          {
            details: [
              ["By", replay.by],
              ["Started", /* @__PURE__ */ import_react65.default.createElement(When, { time: replay.createdAt })],
              ["Finished", replay.finishedAt && /* @__PURE__ */ import_react65.default.createElement(When, { time: replay.finishedAt })],
              ["Start from", replay.from === "start" ? "Start" : "Failed step"],
              ["Mapping", replay.mapping === "current" ? "Current mapping" : "Original plan"],
              ["Canary", replay.canary ? "Yes" : "No"],
              ["Max jobs per minute", replay.perMinute]
            ]
          }
        ), /* @__PURE__ */ import_react65.default.createElement(Edited, { title: "Edited request body", body: replay.body }), /* @__PURE__ */ import_react65.default.createElement(Edited, { title: "Original request body", body: replay.formerBody }));
      };
      Subject = ({ item }) => {
        const page = pageOf(item);
        return page ? /* @__PURE__ */ import_react65.default.createElement(Link, { page }, item.subject) : /* @__PURE__ */ import_react65.default.createElement(import_react65.default.Fragment, null, item.subject);
      };
      Edited = ({ title, body }) => body === void 0 ? null : /* @__PURE__ */ import_react65.default.createElement(import_react65.default.Fragment, null, /* @__PURE__ */ import_react65.default.createElement(import_react_core44.Content, { component: "h2" }, title), /* @__PURE__ */ import_react65.default.createElement(JsonView, { title, text: JSON.stringify(body) }));
      Items = ({ items }) => {
        const nameOf = useNames();
        return /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Table, { "aria-label": "Jobs of the replay", variant: "compact" }, /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Thead, null, /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Tr, null, /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Th, { modifier: "wrap" }, "Job"), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Th, { modifier: "wrap" }, "Subject"), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Th, { modifier: "wrap" }, "Result"))), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Tbody, null, items.map((item) => /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Tr, { key: item.id }, /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Td, { dataLabel: "Job" }, item.job), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Td, { dataLabel: "Connection" }, nameOf(item.connection)), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Td, { dataLabel: "Subject" }, wordsOf(item.flow), ", ", /* @__PURE__ */ import_react65.default.createElement(Subject, { item })), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Td, { dataLabel: "State" }, inWords(item.state)), /* @__PURE__ */ import_react65.default.createElement(import_react_table11.Td, { dataLabel: "Result", modifier: "breakWord" }, item.result && spoken(item.result))))));
      };
    }
  });

  // src/log/Log.tsx
  var import_react66, Log;
  var init_Log = __esm({
    "src/log/Log.tsx"() {
      "use strict";
      import_react66 = __toESM(require_react(), 1);
      init_location();
      init_NoSuchPage();
      init_EntryPage();
      init_LogList();
      init_ReplayList();
      init_ReplayPage();
      Log = () => {
        const { rest } = usePlace("log");
        const [first = "", second] = rest.split("/");
        if (first === "replays") return second ? /* @__PURE__ */ import_react66.default.createElement(ReplayPage, { key: second, id: second }) : /* @__PURE__ */ import_react66.default.createElement(ReplayList, null);
        if (first !== "" && (second || !/^\d+$/.test(first))) return /* @__PURE__ */ import_react66.default.createElement(NoSuchPage, { page: "log", title: "Log" });
        return first === "" ? /* @__PURE__ */ import_react66.default.createElement(LogList, null) : /* @__PURE__ */ import_react66.default.createElement(EntryPage, { key: first, id: first });
      };
    }
  });

  // src/hub/opportunities.ts
  var list, opportunities, allOpportunities;
  var init_opportunities = __esm({
    "src/hub/opportunities.ts"() {
      "use strict";
      init_http();
      list = (connection) => `/api/connections/${encodeURIComponent(connection)}/opportunities`;
      opportunities = {
        list,
        counts: (connection, search, signal) => get(`${list(connection)}/counts${query({ search })}`, signal)
      };
      allOpportunities = (search, signal) => get("/api/opportunities" + query(search), signal);
    }
  });

  // src/ui/OneConnection.tsx
  var import_react67, import_react_core45, ALL_CONNECTIONS, OneConnection;
  var init_OneConnection = __esm({
    "src/ui/OneConnection.tsx"() {
      "use strict";
      import_react67 = __toESM(require_react(), 1);
      import_react_core45 = __toESM(require_patternfly_core(), 1);
      init_ConnectionFilter();
      init_Link();
      init_Nothing();
      init_Trouble();
      ALL_CONNECTIONS = "all";
      OneConnection = ({ value, children }) => {
        const { data, failure, reload } = useConnections();
        if (!data) return failure ? /* @__PURE__ */ import_react67.default.createElement(Trouble, { failure, again: reload }) : /* @__PURE__ */ import_react67.default.createElement(import_react_core45.Spinner, { "aria-label": "Loading" });
        const [first] = data;
        if (!first) {
          return /* @__PURE__ */ import_react67.default.createElement(Nothing, { title: "No connections yet" }, "Connect a PSA under ", /* @__PURE__ */ import_react67.default.createElement(Link, { page: "apps" }, "Connected apps"), ".");
        }
        const chosen = data.find((one3) => one3.id === value)?.id ?? (data.length === 1 ? first.id : ALL_CONNECTIONS);
        return /* @__PURE__ */ import_react67.default.createElement(import_react67.default.Fragment, null, children(chosen, (onChange) => /* @__PURE__ */ import_react67.default.createElement(import_react_core45.FormSelect, { "aria-label": "Connection", value: chosen, onChange: (_, id) => onChange(id) }, data.length > 1 && /* @__PURE__ */ import_react67.default.createElement(import_react_core45.FormSelectOption, { value: ALL_CONNECTIONS, label: "Connection: all" }), data.map((one3) => /* @__PURE__ */ import_react67.default.createElement(import_react_core45.FormSelectOption, { key: one3.id, value: one3.id, label: one3.name })))));
      };
    }
  });

  // src/opportunities/states.ts
  function stateOptions(counts) {
    return Object.entries(STATES4).map(([value, { label, count }]) => ({ value, label: counts ? `${label} (${counts[count].toLocaleString("en")})` : label }));
  }
  var STATES4;
  var init_states = __esm({
    "src/opportunities/states.ts"() {
      "use strict";
      STATES4 = {
        OFFERED: { label: "Offered", status: "success", count: "offered" },
        CLOSED: { label: "Closed", status: "info", count: "closed" },
        FILTERED_OUT: { label: "Filtered out", status: "warning", count: "filteredOut" }
      };
    }
  });

  // src/opportunities/OpportunityTable.tsx
  var import_react68, import_react_core46, import_react_table12, COLUMNS2, OpportunityTable, Row;
  var init_OpportunityTable = __esm({
    "src/opportunities/OpportunityTable.tsx"() {
      "use strict";
      import_react68 = __toESM(require_react(), 1);
      import_react_core46 = __toESM(require_patternfly_core(), 1);
      import_react_table12 = __toESM(require_patternfly_table(), 1);
      init_Link();
      init_sorting();
      init_useNames();
      init_When();
      init_states();
      COLUMNS2 = ["id", "name", "company", "amount", "changed"];
      OpportunityTable = ({ rows, isOfAll = false, sort = "-changed", onSort }) => {
        const nameOf = useNames();
        const by = (column) => onSort ? sortingOf(COLUMNS2, column, sort, onSort) : void 0;
        return /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Table, { "aria-label": "Opportunities", variant: "compact" }, /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Thead, null, /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Tr, null, /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { modifier: "nowrap", sort: by("id") }, "Id"), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { width: 20, modifier: "nowrap", sort: by("name") }, "Name"), isOfAll && /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { modifier: "nowrap", sort: by("company") }, "Company"), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { modifier: "wrap" }, "Status, stage"), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { modifier: "nowrap", sort: by("amount") }, "Amount"), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { width: 25, modifier: "wrap" }, "ScopeStack"), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Th, { modifier: "nowrap", sort: by("changed") }, "Changed"))), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Tbody, null, rows.map((row) => /* @__PURE__ */ import_react68.default.createElement(Row, { key: `${row.connection} ${row.id}`, row, name: isOfAll ? nameOf(row.connection) : void 0 }))));
      };
      Row = ({ row, name }) => /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Tr, null, /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Id" }, row.link ? /* @__PURE__ */ import_react68.default.createElement("a", { href: row.link, target: "_blank", rel: "noreferrer noopener", title: "Open in the PSA" }, row.id) : row.id), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Name", modifier: "breakWord" }, row.name), name !== void 0 && /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Connection" }, name), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Company" }, row.companyName), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Status, stage" }, [row.status, row.stage].filter(Boolean).join(", ")), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Amount" }, row.amount?.toLocaleString("en", { minimumFractionDigits: 2 })), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "ScopeStack", modifier: "breakWord" }, /* @__PURE__ */ import_react68.default.createElement(import_react_core46.Label, { status: STATES4[row.state].status }, STATES4[row.state].label), " ", row.filteredOutReason ?? (row.upToDate ? "" : "Not yet up to date in ScopeStack."), row.projects.map((project) => /* @__PURE__ */ import_react68.default.createElement("div", { key: project.id }, "Project ", /* @__PURE__ */ import_react68.default.createElement(Link, { page: `projects/${row.connection}/${project.id}` }, project.name)))), /* @__PURE__ */ import_react68.default.createElement(import_react_table12.Td, { dataLabel: "Changed" }, /* @__PURE__ */ import_react68.default.createElement(When, { time: row.changedAt, never: "" })));
    }
  });

  // src/opportunities/FoundInAll.tsx
  var import_react69, import_react_core47, SHORTEST, FoundInAll;
  var init_FoundInAll = __esm({
    "src/opportunities/FoundInAll.tsx"() {
      "use strict";
      import_react69 = __toESM(require_react(), 1);
      import_react_core47 = __toESM(require_patternfly_core(), 1);
      init_opportunities();
      init_FilterBar();
      init_FilterSelect();
      init_FilterText();
      init_location();
      init_Nothing();
      init_Trouble();
      init_useData();
      init_OpportunityTable();
      init_states();
      SHORTEST = 2;
      FoundInAll = ({ choose }) => {
        const { filters, filter } = usePlace("opportunities");
        const search = filters["search"] ?? "";
        const state = filters["state"] ?? "";
        const isLong = search.trim().length >= SHORTEST;
        const found2 = useData(async (signal) => isLong ? allOpportunities({ search, state }, signal) : void 0, `all ${state} ${search}`);
        const rows = found2.data?.opportunities;
        return /* @__PURE__ */ import_react69.default.createElement(import_react69.default.Fragment, null, /* @__PURE__ */ import_react69.default.createElement(FilterBar, null, /* @__PURE__ */ import_react69.default.createElement(FilterText, { label: "Name, company or id", value: search, onChange: (search2) => filter({ search: search2 }) }), choose((id) => filter({ connection: id, sort: "" })), /* @__PURE__ */ import_react69.default.createElement(FilterSelect, { label: "State", value: state, options: stateOptions(), onChange: (state2) => filter({ state: state2 }) })), /* @__PURE__ */ import_react69.default.createElement(Trouble, { failure: found2.failure, again: found2.reload }), !isLong && /* @__PURE__ */ import_react69.default.createElement(Nothing, { title: "Search in all connections" }, "Enter a part of the name or company, or the id, or choose a connection to list all of its opportunities."), isLong && !rows && found2.loading && /* @__PURE__ */ import_react69.default.createElement(import_react_core47.Spinner, { "aria-label": "Loading" }), rows?.length === 0 && /* @__PURE__ */ import_react69.default.createElement(Nothing, { title: "No opportunities match" }, "Remove a filter to see more."), rows && rows.length > 0 && /* @__PURE__ */ import_react69.default.createElement(OpportunityTable, { rows, isOfAll: true }), found2.data?.more && /* @__PURE__ */ import_react69.default.createElement("p", null, "There are more. Narrow the search."));
      };
    }
  });

  // src/opportunities/Opportunities.tsx
  var import_react70, import_react_core48, LIVE_MILLIS4, NEWEST_FIRST2, Opportunities, Found2;
  var init_Opportunities = __esm({
    "src/opportunities/Opportunities.tsx"() {
      "use strict";
      import_react70 = __toESM(require_react(), 1);
      import_react_core48 = __toESM(require_patternfly_core(), 1);
      init_opportunities();
      init_FilterBar();
      init_FilterSelect();
      init_FilterText();
      init_location();
      init_Nothing();
      init_OneConnection();
      init_Page();
      init_Pager();
      init_Trouble();
      init_useData();
      init_useRows();
      init_FoundInAll();
      init_OpportunityTable();
      init_states();
      LIVE_MILLIS4 = 1e4;
      NEWEST_FIRST2 = "-changed";
      Opportunities = () => /* @__PURE__ */ import_react70.default.createElement(Page, { title: "Opportunities", about: "Opportunities in the PSA: which are offered in ScopeStack, and which are filtered out and why." }, /* @__PURE__ */ import_react70.default.createElement(OneConnection, { value: usePlace("opportunities").filters["connection"] ?? "" }, (connection, choose) => connection === ALL_CONNECTIONS ? /* @__PURE__ */ import_react70.default.createElement(FoundInAll, { choose }) : /* @__PURE__ */ import_react70.default.createElement(Found2, { key: connection, connection, choose })));
      Found2 = ({ connection, choose }) => {
        const { filters, filter } = usePlace("opportunities");
        const search = filters["search"] ?? "";
        const state = filters["state"] ?? "";
        const sort = filters["sort"] ?? NEWEST_FIRST2;
        const list2 = useRows(opportunities.list(connection), "opportunities", { search, state, sort }, LIVE_MILLIS4);
        const counts = useData((signal) => opportunities.counts(connection, search, signal), `counts ${connection} ${search}`, LIVE_MILLIS4);
        return /* @__PURE__ */ import_react70.default.createElement(import_react70.default.Fragment, null, /* @__PURE__ */ import_react70.default.createElement(FilterBar, null, /* @__PURE__ */ import_react70.default.createElement(FilterText, { label: "Name, company or id", value: search, onChange: (search2) => filter({ search: search2 }) }), choose((id) => filter({ connection: id })), /* @__PURE__ */ import_react70.default.createElement(FilterSelect, { label: "State", value: state, options: stateOptions(counts.data), onChange: (state2) => filter({ state: state2 }) })), /* @__PURE__ */ import_react70.default.createElement(Trouble, { failure: list2.failure, again: list2.reload }), !list2.rows && list2.loading && /* @__PURE__ */ import_react70.default.createElement(import_react_core48.Spinner, { "aria-label": "Loading" }), list2.rows?.length === 0 && /* @__PURE__ */ import_react70.default.createElement(Nothing, { title: search || state ? "No opportunities match" : "No opportunities yet" }, search || state ? "Remove a filter to see more." : "They appear after the next sync: enable the connection and click Sync now under Connected apps."), list2.rows && list2.rows.length > 0 && /* @__PURE__ */ import_react70.default.createElement(OpportunityTable, { rows: list2.rows.map((row) => ({ ...row, connection })), sort, onSort: (sort2) => filter({ sort: sort2 === NEWEST_FIRST2 ? "" : sort2 }) }), /* @__PURE__ */ import_react70.default.createElement(Pager, { rows: list2 }));
      };
    }
  });

  // src/overview/FirstSteps.tsx
  var import_react71, import_react_core49, FirstSteps;
  var init_FirstSteps = __esm({
    "src/overview/FirstSteps.tsx"() {
      "use strict";
      import_react71 = __toESM(require_react(), 1);
      import_react_core49 = __toESM(require_patternfly_core(), 1);
      init_location();
      init_Nothing();
      init_useRights();
      FirstSteps = () => {
        const { configure } = useRights();
        return /* @__PURE__ */ import_react71.default.createElement(Nothing, { title: "No connections yet", action: /* @__PURE__ */ import_react71.default.createElement(import_react_core49.Button, { onClick: () => open("apps") }, "Connected apps") }, configure ? "Connect ScopeStack to a PSA:" : "An admin must connect ScopeStack to a PSA:", /* @__PURE__ */ import_react71.default.createElement(import_react_core49.List, { component: "ol", style: { textAlign: "start" } }, /* @__PURE__ */ import_react71.default.createElement(import_react_core49.ListItem, null, "Under Connected apps, choose a PSA, enter the credentials of both systems, and save."), /* @__PURE__ */ import_react71.default.createElement(import_react_core49.ListItem, null, "Click Test connection: it lists missing rights and where to grant them."), /* @__PURE__ */ import_react71.default.createElement(import_react_core49.ListItem, null, "Enable the connection. Opportunities and projects arrive within a minute; this page shows the progress.")));
      };
    }
  });

  // src/overview/LastFailures.tsx
  var import_react72, import_react_core50, import_react_table13, LastFailures;
  var init_LastFailures = __esm({
    "src/overview/LastFailures.tsx"() {
      "use strict";
      import_react72 = __toESM(require_react(), 1);
      import_react_core50 = __toESM(require_patternfly_core(), 1);
      import_react_table13 = __toESM(require_patternfly_table(), 1);
      init_log();
      init_HandlingLabels();
      init_Link();
      init_spoken();
      init_useNames();
      init_When();
      LastFailures = ({ groups }) => {
        const nameOf = useNames();
        return /* @__PURE__ */ import_react72.default.createElement(import_react72.default.Fragment, null, /* @__PURE__ */ import_react72.default.createElement(import_react_core50.Content, { component: "h2" }, "Latest open failures"), groups.length === 0 ? /* @__PURE__ */ import_react72.default.createElement("p", null, "None.") : /* @__PURE__ */ import_react72.default.createElement(import_react72.default.Fragment, null, /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Table, { "aria-label": "Latest open failures", variant: "compact" }, /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Thead, null, /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Tr, null, /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Th, { modifier: "wrap" }, "Last"), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Th, { modifier: "wrap" }, "Subject"), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Th, { width: 50, modifier: "wrap" }, "Cause"))), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Tbody, null, groups.map((group) => /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Tr, { key: group.newest }, /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Td, { dataLabel: "Last" }, /* @__PURE__ */ import_react72.default.createElement(When, { time: group.lastAt })), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Td, { dataLabel: "Connection" }, nameOf(group.connection)), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Td, { dataLabel: "Subject" }, group.entries > 1 ? `${aboutOf({ flow: group.flow })}, ${group.entries.toLocaleString("en")} entries` : aboutOf(group)), /* @__PURE__ */ import_react72.default.createElement(import_react_table13.Td, { dataLabel: "Cause", modifier: "breakWord" }, /* @__PURE__ */ import_react72.default.createElement(Link, { page: group.entries > 1 && group.problem ? "log" : `log/${group.newest}`, filters: group.entries > 1 && group.problem ? { problem: group.problem, view: "entries" } : {} }, spoken(group.cause)), /* @__PURE__ */ import_react72.default.createElement(HandlingLabels, { handling: group.handling })))))), /* @__PURE__ */ import_react72.default.createElement(Link, { page: "log", filters: { state: "OPEN" } }, "All open failures")));
      };
    }
  });

  // src/overview/lines.ts
  function headline({ enabled, needAttention, failing }) {
    if (needAttention.count > 0) return { variant: "danger", text: `${names2(needAttention)} ${needAttention.count === 1 ? "needs" : "need"} attention.` };
    if (failing.count > 0) return { variant: "warning", text: `All connections work; there are open failures in ${names2(failing)}.` };
    if (enabled === 0) return { variant: "info", text: "No connection is enabled. Nothing runs." };
    return { variant: "success", text: "All connections work." };
  }
  function budgetOf(figures) {
    const paused = figures.pausedUntil ? ", paused" : "";
    if (figures.budget === 0) return { percent: void 0, text: `${figures.callsLastHour.toLocaleString("en")}, no limit${paused}` };
    const percent = Math.min(100, Math.round(100 * figures.callsLastHour / figures.budget));
    return { percent, text: `${figures.callsLastHour.toLocaleString("en")} of ${figures.budget.toLocaleString("en")}${paused}` };
  }
  function names2({ count, names: names3 }) {
    return names3.join(", ") + (count > names3.length ? ` and ${(count - names3.length).toLocaleString("en")} more` : "");
  }
  var init_lines = __esm({
    "src/overview/lines.ts"() {
      "use strict";
    }
  });

  // src/projects/JobProgress.tsx
  var import_react73, import_react_core51, JobProgress;
  var init_JobProgress = __esm({
    "src/projects/JobProgress.tsx"() {
      "use strict";
      import_react73 = __toESM(require_react(), 1);
      import_react_core51 = __toESM(require_patternfly_core(), 1);
      init_jobs();
      init_spoken();
      init_time();
      JobProgress = ({ job }) => /* @__PURE__ */ import_react73.default.createElement(
        import_react_core51.Progress,
        {
          "aria-label": "Progress",
          title: [
            job.state === "WAITING" ? `${wordsOf(job.flow)}: waiting${job.waitsFor ? `. ${spoken(job.waitsFor)}` : ""}` : wordsOf(job.flow),
            job.rate !== void 0 && `${job.rate.toFixed(1)} steps per second`,
            job.secondsLeft !== void 0 && `${duration(job.secondsLeft)} left`
          ].filter(Boolean).join(", "),
          value: job.done,
          max: Math.max(1, job.total),
          label: job.total === 0 ? job.state === "WAITING" ? "waiting" : "reading" : `${job.done.toLocaleString("en")} of ${job.total.toLocaleString("en")}`,
          measureLocation: "outside"
        }
      );
    }
  });

  // src/overview/RunningJobs.tsx
  var import_react74, import_react_core52, import_react_table14, MOST2, RunningJobs, Row2;
  var init_RunningJobs = __esm({
    "src/overview/RunningJobs.tsx"() {
      "use strict";
      import_react74 = __toESM(require_react(), 1);
      import_react_core52 = __toESM(require_patternfly_core(), 1);
      import_react_table14 = __toESM(require_patternfly_table(), 1);
      init_log();
      init_jobs();
      init_JobProgress();
      init_Link();
      init_useNames();
      init_When();
      MOST2 = 10;
      RunningJobs = ({ jobs: jobs2 }) => {
        const nameOf = useNames();
        return /* @__PURE__ */ import_react74.default.createElement(import_react74.default.Fragment, null, /* @__PURE__ */ import_react74.default.createElement(import_react_core52.Content, { component: "h2" }, "Running now"), jobs2.length === 0 ? /* @__PURE__ */ import_react74.default.createElement("p", null, "None.") : /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Table, { "aria-label": "Running now", variant: "compact" }, /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Thead, null, /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Tr, null, /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Th, { modifier: "wrap" }, "Flow"), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Th, { modifier: "wrap" }, "Subject"), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Th, { modifier: "wrap" }, "Started"), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Th, { width: 40, modifier: "wrap" }, "Progress"))), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Tbody, null, jobs2.slice(0, MOST2).map((job) => /* @__PURE__ */ import_react74.default.createElement(Row2, { key: job.id, job, name: nameOf(job.connection), page: pageOf(job) })))), jobs2.length > MOST2 && /* @__PURE__ */ import_react74.default.createElement("p", null, "and ", (jobs2.length - MOST2).toLocaleString("en"), " more."));
      };
      Row2 = ({ job, name, page }) => /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Tr, null, /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Td, { dataLabel: "Flow" }, wordsOf(job.flow)), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Td, { dataLabel: "Connection" }, /* @__PURE__ */ import_react74.default.createElement(Link, { page: `apps/${job.connection}` }, name)), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Td, { dataLabel: "Subject" }, page ? /* @__PURE__ */ import_react74.default.createElement(Link, { page }, job.subject) : job.subject), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Td, { dataLabel: "Started" }, /* @__PURE__ */ import_react74.default.createElement(When, { time: job.startedAt })), /* @__PURE__ */ import_react74.default.createElement(import_react_table14.Td, { dataLabel: "Progress" }, job.total > 0 && /* @__PURE__ */ import_react74.default.createElement(JobProgress, { job })));
    }
  });

  // src/overview/Overview.tsx
  var import_react75, import_react_core53, import_react_table15, LIVE_MILLIS5, Overview, Row3;
  var init_Overview = __esm({
    "src/overview/Overview.tsx"() {
      "use strict";
      import_react75 = __toESM(require_react(), 1);
      import_react_core53 = __toESM(require_patternfly_core(), 1);
      import_react_table15 = __toESM(require_patternfly_table(), 1);
      init_StateLabel();
      init_condition();
      init_jobs();
      init_log();
      init_overview();
      init_Link();
      init_location();
      init_Nothing();
      init_Page();
      init_Pager();
      init_Trouble();
      init_useData();
      init_When();
      init_ConnectionFilters();
      init_FirstSteps();
      init_LastFailures();
      init_lines();
      init_RunningJobs();
      init_useLines();
      LIVE_MILLIS5 = 3e3;
      Overview = () => {
        const { filters, filter } = usePlace("overview");
        const search = connectionSearch(filters);
        const summary3 = useData(overviewSummary, "summary", LIVE_MILLIS5);
        const lines = useLines(search, LIVE_MILLIS5);
        const running = useData(jobs.running, "running", LIVE_MILLIS5);
        const failed = useData((signal) => logGroups({ state: "OPEN" }, "-last", signal, 5), "failed", 1e4);
        const { data } = summary3;
        return /* @__PURE__ */ import_react75.default.createElement(Page, { title: "Overview", about: "Status of all connections. Those that need attention come first." }, /* @__PURE__ */ import_react75.default.createElement(Trouble, { failure: summary3.failure ?? lines.failure ?? running.failure ?? failed.failure, again: summary3.reload }), !data && summary3.loading && /* @__PURE__ */ import_react75.default.createElement(import_react_core53.Spinner, { "aria-label": "Loading" }), data?.connections === 0 && /* @__PURE__ */ import_react75.default.createElement(FirstSteps, null), data && data.connections > 0 && /* @__PURE__ */ import_react75.default.createElement(import_react75.default.Fragment, null, /* @__PURE__ */ import_react75.default.createElement(import_react_core53.Alert, { isInline: true, variant: headline(data).variant, title: headline(data).text }), failed.data && /* @__PURE__ */ import_react75.default.createElement(LastFailures, { groups: failed.data.groups }), running.data && /* @__PURE__ */ import_react75.default.createElement(RunningJobs, { jobs: running.data }), /* @__PURE__ */ import_react75.default.createElement(import_react_core53.Content, { component: "h2" }, "Connections"), /* @__PURE__ */ import_react75.default.createElement(ConnectionFilters, { filters, tags: data.tags, onChange: filter }), lines.rows?.length === 0 && /* @__PURE__ */ import_react75.default.createElement(Nothing, { title: "No connections match" }, "Remove a filter to see more."), lines.rows && lines.rows.length > 0 && /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Table, { "aria-label": "Connections", variant: "compact" }, /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Thead, null, /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Tr, null, /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { width: 20, modifier: "wrap" }, "Status"), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { modifier: "wrap" }, "Last sync"), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { modifier: "wrap" }, "Next sync"), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { modifier: "wrap" }, "Jobs"), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { modifier: "wrap" }, "Failures"), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Th, { width: 20, modifier: "wrap" }, "Calls, last hour"))), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Tbody, null, lines.rows.map((line) => /* @__PURE__ */ import_react75.default.createElement(Row3, { key: line.id, line })))), /* @__PURE__ */ import_react75.default.createElement(Pager, { rows: lines })));
      };
      Row3 = ({ line }) => {
        const budget = budgetOf(line.budget);
        return /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Tr, null, /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Connection" }, /* @__PURE__ */ import_react75.default.createElement(Link, { page: `apps/${line.id}` }, line.name), " ", line.tags.map((tag) => /* @__PURE__ */ import_react75.default.createElement(import_react_core53.Label, { key: tag, isCompact: true }, tag))), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Status", modifier: "breakWord" }, /* @__PURE__ */ import_react75.default.createElement(StateLabel, { state: line.state }), " ", line.state.enabled && condition(line.state).more), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Last sync" }, /* @__PURE__ */ import_react75.default.createElement(When, { time: line.state.lastSyncAt })), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Next sync" }, /* @__PURE__ */ import_react75.default.createElement(When, { time: line.state.nextSyncAt, never: "not scheduled" })), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Jobs" }, /* @__PURE__ */ import_react75.default.createElement("span", { style: { whiteSpace: "nowrap" } }, line.jobsRunning.toLocaleString("en"), " running,"), " ", /* @__PURE__ */ import_react75.default.createElement("span", { style: { whiteSpace: "nowrap" } }, line.jobsWaiting.toLocaleString("en"), " waiting")), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Failures, last day" }, /* @__PURE__ */ import_react75.default.createElement(Link, { page: "log", filters: { connection: line.id, state: "OPEN" } }, /* @__PURE__ */ import_react75.default.createElement("span", { style: { whiteSpace: "nowrap" } }, line.failuresLastDay.toLocaleString("en"), " in the last day,"), " ", /* @__PURE__ */ import_react75.default.createElement("span", { style: { whiteSpace: "nowrap" } }, line.failuresOpen.toLocaleString("en"), " open"))), /* @__PURE__ */ import_react75.default.createElement(import_react_table15.Td, { dataLabel: "Calls, last hour" }, budget.percent === void 0 ? budget.text : /* @__PURE__ */ import_react75.default.createElement(import_react_core53.Progress, { "aria-label": `Budget of ${line.name}`, size: "sm", value: budget.percent, label: budget.text, measureLocation: "outside", variant: budget.percent >= 90 ? "danger" : budget.percent >= 50 ? "warning" : void 0 })));
      };
    }
  });

  // src/projects/options.ts
  function fieldOf2(option) {
    return {
      path: option.name,
      title: option.title,
      description: option.more ? `${option.description} Not all choices are shown: search by part of the name.` : option.description,
      kind: KINDS4[option.type],
      required: option.required,
      initial: option.default,
      choices: option.choices ?? [],
      none: option.none
    };
  }
  function startOf(option) {
    const wanted = String(option.default ?? "").toLowerCase();
    const named = option.choices?.find((choice) => String(choice.id).toLowerCase() === wanted || choice.name.toLowerCase() === wanted);
    return named ? named.id : option.default;
  }
  function withChosen(field2, value, names3) {
    if (field2.kind !== "select" || value == null || value === "" || field2.choices.some((choice) => String(choice.id) === String(value))) return field2;
    const chosen = { id: value, name: names3[String(value)] ?? String(value) };
    return { ...field2, choices: [chosen, ...field2.choices] };
  }
  function withChange(typed, name, value, fields) {
    const changed = /* @__PURE__ */ new Set([name]);
    for (const field2 of changed) fields.filter((one3) => one3.dependsOn?.includes(field2)).forEach((one3) => changed.add(one3.name));
    changed.delete(name);
    return { ...typed, ...Object.fromEntries([...changed].map((field2) => [field2, void 0])), [name]: value };
  }
  function asked3(fields, typed, searches) {
    const deciding = new Set(fields.flatMap((field2) => field2.dependsOn ?? []));
    return {
      ...Object.fromEntries([...deciding].filter((name) => (typed[name] ?? "") !== "").map((name) => [name, String(typed[name])])),
      ...Object.fromEntries(Object.entries(searches).filter(([, text]) => text !== "").map(([name, text]) => [`search.${name}`, text]))
    };
  }
  function sent(typed) {
    return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== void 0 && value !== ""));
  }
  var KINDS4;
  var init_options = __esm({
    "src/projects/options.ts"() {
      "use strict";
      KINDS4 = { date: "date", boolean: "switch", choice: "select", text: "text" };
    }
  });

  // src/projects/OptionFields.tsx
  function found({ title, choices = [], more }) {
    if (choices.length === 0) return `No ${title.toLowerCase()} matches.`;
    return more ? `The first ${choices.length} are listed below.` : `${choices.length} ${choices.length === 1 ? "is" : "are"} listed below.`;
  }
  var import_react76, import_react_core54, OptionFields;
  var init_OptionFields = __esm({
    "src/projects/OptionFields.tsx"() {
      "use strict";
      import_react76 = __toESM(require_react(), 1);
      import_react_core54 = __toESM(require_patternfly_core(), 1);
      init_FormField();
      init_FilterText();
      init_options();
      OptionFields = ({ fields, typed, errors, searches, disabled, onChange, onSearch }) => {
        const [names3, setNames] = (0, import_react76.useState)({});
        const change = (option, value) => {
          const chosen = option.choices?.find((choice) => choice.id === value);
          if (chosen && option.search) setNames((known) => ({ ...known, [String(chosen.id)]: chosen.name }));
          onChange(option.name, value);
        };
        return /* @__PURE__ */ import_react76.default.createElement(import_react76.default.Fragment, null, fields.map((option) => {
          const value = typed[option.name] === void 0 ? startOf(option) : typed[option.name];
          const error = errors.find((one3) => one3.field === option.name || one3.field.endsWith("." + option.name))?.message ?? option.problem;
          return /* @__PURE__ */ import_react76.default.createElement(import_react76.default.Fragment, { key: option.name }, option.search && /* @__PURE__ */ import_react76.default.createElement(import_react_core54.FormGroup, { label: `Find: ${option.title}`, role: "group" }, /* @__PURE__ */ import_react76.default.createElement(FilterText, { label: option.search, value: searches[option.name] ?? "", onChange: (text) => onSearch(option.name, text) }), searches[option.name] && /* @__PURE__ */ import_react76.default.createElement("span", { "aria-live": "polite" }, found(option))), /* @__PURE__ */ import_react76.default.createElement(FormField, { field: withChosen(fieldOf2(option), value, names3), value, error, disabled, onChange: (picked) => change(option, picked) }));
        }));
      };
    }
  });

  // src/projects/resolved.ts
  function resolved(fields, typed, link, names3 = {}) {
    const chosen = (field3) => {
      const value = typed[field3.name] === void 0 ? startOf(field3) : typed[field3.name];
      if (value == null || value === "") return "";
      return field3.choices?.find((choice) => String(choice.id) === String(value))?.name ?? names3[String(value)] ?? String(value);
    };
    const field2 = fields.find((one3) => one3.name === COMPANY);
    const own = field2 ? chosen(field2) : "";
    const company = own || (link?.opportunity ? link.company ?? "" : link?.client ?? "");
    const from = own ? "chosen here" : link?.opportunity ? `of the opportunity ${link.name ?? ""} (${link.opportunity})` : "named like the client";
    const lines = company === "" ? [] : [["Company", `${company}, ${from}`]];
    if (link?.client) lines.unshift(["Client in ScopeStack", link.client]);
    fields.filter((one3) => one3.required && one3.name !== COMPANY && chosen(one3) !== "").forEach((one3) => lines.push([one3.title, chosen(one3)]));
    const differs = link?.client && company && (own ? key(own) !== key(link.client) : !link.sameCompany);
    return differs ? { lines, otherCompany: { client: link.client, company } } : { lines };
  }
  function key(name) {
    return name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
  }
  var COMPANY;
  var init_resolved = __esm({
    "src/projects/resolved.ts"() {
      "use strict";
      init_options();
      COMPANY = "company";
    }
  });

  // src/projects/ResolvedForm.tsx
  var import_react77, import_react_core55, ResolvedForm;
  var init_ResolvedForm = __esm({
    "src/projects/ResolvedForm.tsx"() {
      "use strict";
      import_react77 = __toESM(require_react(), 1);
      import_react_core55 = __toESM(require_patternfly_core(), 1);
      init_Details();
      ResolvedForm = ({ resolved: { lines, otherCompany } }) => /* @__PURE__ */ import_react77.default.createElement("section", { "aria-label": "What will be created" }, otherCompany && /* @__PURE__ */ import_react77.default.createElement(import_react_core55.Alert, { isInline: true, variant: "warning", title: "The companies differ" }, "The client of the ScopeStack project is ", otherCompany.client, ", but the records would go to the company ", otherCompany.company, ". Change the opportunity or the company if that is wrong."), /* @__PURE__ */ import_react77.default.createElement(Details, { details: lines }));
    }
  });

  // src/projects/states.tsx
  var import_react78, import_react_core56, PROJECT, STEP, ACTION, STATES5, Tag, ProjectState, StepState, StepAction;
  var init_states2 = __esm({
    "src/projects/states.tsx"() {
      "use strict";
      import_react78 = __toESM(require_react(), 1);
      import_react_core56 = __toESM(require_patternfly_core(), 1);
      PROJECT = {
        RUNNING: { text: "Running", status: "info" },
        UNKNOWN_OUTCOMES: { text: "Needs a decision", status: "warning" },
        FAILED: { text: "Failed", status: "danger" },
        STALE: { text: "Rescoped", status: "warning" },
        DONE: { text: "In the PSA", status: "success" },
        NONE: { text: "Not in the PSA", status: void 0 }
      };
      STEP = {
        PLANNED: { text: "Pending", status: void 0 },
        SENDING: { text: "Sending", status: "info" },
        DONE: { text: "Done", status: "success" },
        REJECTED: { text: "Rejected", status: "danger" },
        UNKNOWN: { text: "Needs a decision", status: "warning" },
        BLOCKED: { text: "Blocked", status: "warning" }
      };
      ACTION = {
        CREATE: { text: "Create", total: "to create", status: "success" },
        UPDATE: { text: "Update", total: "to update", status: "info" },
        REUSE: { text: "Reuse", total: "to reuse", status: "info" },
        SKIP: { text: "Skip", total: "to skip", status: void 0 },
        REFUSED: { text: "Rejected", total: "rejected", status: "danger" },
        BLOCKED: { text: "Blocked", total: "blocked", status: "warning" },
        UNDECIDED: { text: "Undecided", total: "undecided", status: "warning" }
      };
      STATES5 = Object.keys(PROJECT).map((value) => ({ value, label: PROJECT[value].text }));
      Tag = ({ look }) => /* @__PURE__ */ import_react78.default.createElement(import_react_core56.Label, { status: look.status }, look.text);
      ProjectState = ({ state }) => /* @__PURE__ */ import_react78.default.createElement(Tag, { look: PROJECT[state ?? "NONE"] });
      StepState = ({ state }) => /* @__PURE__ */ import_react78.default.createElement(Tag, { look: STEP[state] });
      StepAction = ({ what }) => /* @__PURE__ */ import_react78.default.createElement(Tag, { look: ACTION[what] });
    }
  });

  // src/projects/tree.ts
  function tree(items) {
    const keys = new Set(items.map((item) => item.key));
    const below = /* @__PURE__ */ new Map();
    const tops = [];
    for (const item of items) {
      if (item.parent && item.parent !== item.key && keys.has(item.parent)) below.set(item.parent, [...below.get(item.parent) ?? [], item]);
      else tops.push(item);
    }
    const placed = [];
    const seen = /* @__PURE__ */ new Set();
    const place = (item, depth) => {
      if (seen.has(item.key)) return;
      seen.add(item.key);
      placed.push({ item, depth });
      below.get(item.key)?.forEach((child) => place(child, depth + 1));
    };
    tops.forEach((item) => place(item, 0));
    items.forEach((item) => place(item, 0));
    return placed;
  }
  var init_tree = __esm({
    "src/projects/tree.ts"() {
      "use strict";
    }
  });

  // src/projects/PreviewTree.tsx
  function totals(preview) {
    const counted = Object.entries(preview.totals ?? {});
    return counted.map(([what, count]) => `${count.toLocaleString("en")} ${ACTION[what].total}`).join(", ");
  }
  function cost({ estimate }) {
    if (!estimate) return "";
    const share = estimate.percentOfBudget === null ? "" : `, ${estimate.percentOfBudget} % of the hour's budget (${(estimate.callsLeft ?? 0).toLocaleString("en")} calls left)`;
    return `${estimate.calls.toLocaleString("en")} calls${share}, about ${duration(estimate.seconds)}.`;
  }
  var import_react79, import_react_core57, import_react_table16, FIRST2, PreviewTree;
  var init_PreviewTree = __esm({
    "src/projects/PreviewTree.tsx"() {
      "use strict";
      import_react79 = __toESM(require_react(), 1);
      import_react_core57 = __toESM(require_patternfly_core(), 1);
      import_react_table16 = __toESM(require_patternfly_table(), 1);
      init_Details();
      init_time();
      init_states2();
      init_tree();
      FIRST2 = 200;
      PreviewTree = ({ preview, children }) => {
        const [most, setMost] = (0, import_react79.useState)(FIRST2);
        const rows = tree(preview.steps ?? []);
        return /* @__PURE__ */ import_react79.default.createElement(import_react79.default.Fragment, null, /* @__PURE__ */ import_react79.default.createElement(import_react_core57.Content, { component: "h2" }, "Preview"), /* @__PURE__ */ import_react79.default.createElement(import_react_core57.AlertGroup, null, /* @__PURE__ */ import_react79.default.createElement(import_react_core57.Alert, { isInline: true, variant: preview.state === "READY" ? "info" : "warning", title: totals(preview) }, cost(preview), preview.resolved && preview.resolved.length > 0 && /* @__PURE__ */ import_react79.default.createElement(Details, { details: preview.resolved.map(({ name, value }) => [name, value]) })), preview.warnings && preview.warnings.length > 0 && /* @__PURE__ */ import_react79.default.createElement(import_react_core57.Alert, { isInline: true, variant: "warning", title: "Read this before you submit" }, /* @__PURE__ */ import_react79.default.createElement(import_react_core57.List, null, preview.warnings.map((warning) => /* @__PURE__ */ import_react79.default.createElement(import_react_core57.ListItem, { key: (warning.step ?? "") + warning.text }, warning.text))))), /* @__PURE__ */ import_react79.default.createElement(import_react_core57.ActionList, { style: { marginBlock: "1rem" } }, /* @__PURE__ */ import_react79.default.createElement(import_react_core57.ActionListItem, null, children)), /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Table, { "aria-label": "Preview", variant: "compact" }, /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Thead, null, /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Tr, null, /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Th, { width: 50, modifier: "wrap" }, "Step"), /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Th, { modifier: "wrap" }, "Action"), /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Th, { modifier: "wrap" }, "Notes"))), /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Tbody, null, rows.slice(0, most).map(({ item: step, depth }) => /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Tr, { key: step.key }, /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Td, { dataLabel: "Step", modifier: "breakWord" }, /* @__PURE__ */ import_react79.default.createElement("div", { style: { paddingInlineStart: `${depth * 1.5}rem` } }, step.title)), /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Td, { dataLabel: "Action" }, /* @__PURE__ */ import_react79.default.createElement(StepAction, { what: step.action })), /* @__PURE__ */ import_react79.default.createElement(import_react_table16.Td, { dataLabel: "Notes", modifier: "breakWord" }, [step.reason, ...step.warnings ?? []].filter(Boolean).join(" ")))))), rows.length > most && /* @__PURE__ */ import_react79.default.createElement(import_react_core57.Button, { variant: "link", onClick: () => setMost(most + FIRST2) }, rows.length - most, " more"));
      };
    }
  });

  // src/projects/CreatePage.tsx
  var import_react80, import_react_core58, LIVE_MILLIS6, CreatePage, Previewed;
  var init_CreatePage = __esm({
    "src/projects/CreatePage.tsx"() {
      "use strict";
      import_react80 = __toESM(require_react(), 1);
      import_react_core58 = __toESM(require_patternfly_core(), 1);
      init_me();
      init_http();
      init_projects();
      init_act();
      init_FieldErrors();
      init_Confirm();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_Trouble();
      init_useData();
      init_useRights();
      init_OptionFields();
      init_options();
      init_resolved();
      init_ResolvedForm();
      init_PreviewTree();
      LIVE_MILLIS6 = 700;
      CreatePage = ({ connection, project }) => {
        const { operate } = useRights();
        const [typed, setTyped] = (0, import_react80.useState)({});
        const [preview, setPreview] = (0, import_react80.useState)();
        const [failure, setFailure] = (0, import_react80.useState)();
        const [busy, setBusy] = (0, import_react80.useState)(false);
        const [searches, setSearches] = (0, import_react80.useState)({});
        const [fields, setFields] = (0, import_react80.useState)();
        const chosen = asked3(fields ?? [], typed, searches);
        const form = useData((signal) => projects.options(connection, chosen, signal), `${connection} ${JSON.stringify(chosen)}`);
        (0, import_react80.useEffect)(() => form.data && setFields(form.data.fields), [form.data]);
        const link = useData((signal) => projects.link(connection, project, signal).catch(() => void 0), `link ${connection} ${project}`).data;
        const wanted = usePlace("projects").filters["field"] ?? "";
        (0, import_react80.useEffect)(() => {
          if (wanted && fields) focusField(wanted);
        }, [wanted, fields !== void 0]);
        const errors = failure instanceof Refusal ? failure.problem.errors : [];
        const ask2 = async () => {
          setBusy(true);
          setFailure(void 0);
          try {
            setPreview((await projects.askPreview(connection, project, sent(typed))).preview);
          } catch (refused) {
            setFailure(refused);
          } finally {
            setBusy(false);
          }
        };
        const change = (name, value) => {
          setTyped((before) => withChange(before, name, value, fields ?? []));
          setPreview(void 0);
        };
        const refresh = async () => {
          setBusy(true);
          await act(() => projects.options(connection, { ...chosen, refresh: "true" }), "Lists refreshed.");
          setBusy(false);
          form.reload();
        };
        return /* @__PURE__ */ import_react80.default.createElement(
          Page,
          {
            title: "Create PSA project",
            isSticky: true,
            about: `Project ${project} of ${connection}. Nothing is written until you click Submit.`,
            actions: [
              /* @__PURE__ */ import_react80.default.createElement(ReasonedButton, { key: "preview", variant: preview ? "secondary" : "primary", because: operate ? void 0 : OPERATORS_DO, isDisabled: busy || !fields, isLoading: busy, onClick: () => void ask2() }, "Preview"),
              /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Button, { key: "lists", variant: "secondary", isDisabled: busy || !fields, onClick: () => void refresh() }, "Refresh lists"),
              /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Button, { key: "back", variant: "link", onClick: () => open(`projects/${connection}/${project}`) }, "Back")
            ]
          },
          /* @__PURE__ */ import_react80.default.createElement(Trouble, { failure: form.failure, again: form.reload }),
          /* @__PURE__ */ import_react80.default.createElement(FieldErrors, { failure, errors, fields: (fields ?? []).map(fieldOf2) }),
          !fields && form.loading && /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Spinner, { "aria-label": "Loading" }),
          fields && /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Form, { isWidthLimited: true, onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react80.default.createElement(ResolvedForm, { resolved: resolved(fields, typed, link) }), /* @__PURE__ */ import_react80.default.createElement(OptionFields, { fields, typed, errors, searches, disabled: !operate, onChange: change, onSearch: (name, text) => setSearches((before) => ({ ...before, [name]: text })) })),
          preview !== void 0 && /* @__PURE__ */ import_react80.default.createElement(Previewed, { key: preview, connection, project, preview })
        );
      };
      Previewed = ({ connection, project, preview: id }) => {
        const top = (0, import_react80.useRef)(null);
        const [isMade, setMade] = (0, import_react80.useState)(false);
        const [busy, setBusy] = (0, import_react80.useState)(false);
        const { data, failure, reload } = useData((signal) => projects.preview(connection, project, id, signal), `preview ${id}`, isMade ? void 0 : LIVE_MILLIS6);
        if (data && data.state !== "PREPARING" && !isMade) setMade(true);
        (0, import_react80.useEffect)(() => {
          void top.current?.scrollIntoView({ block: "start" });
        }, [isMade]);
        const [asking, setAsking] = (0, import_react80.useState)(false);
        const submit = async (confirmed) => {
          setBusy(true);
          const begun = await act(() => projects.confirm(connection, project, id, confirmed), "Submitted: the project is being created.");
          setBusy(false);
          if (begun) open(`projects/${connection}/${project}`);
          else reload();
        };
        if (!data || data.state === "PREPARING") return failure ? /* @__PURE__ */ import_react80.default.createElement(Trouble, { failure, again: reload }) : /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Spinner, { "aria-label": "Preparing the preview" });
        return /* @__PURE__ */ import_react80.default.createElement("div", { ref: top, style: { scrollMarginBlockStart: "8rem" } }, data.failure && /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Alert, { isInline: true, variant: "danger", title: data.failure.cause }, data.failure.remedy), data.problems?.map((problem) => /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Alert, { key: problem.cause, isInline: true, variant: "danger", title: problem.cause }, problem.remedy)), data.state === "EXPIRED" && /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Alert, { isInline: true, variant: "warning", title: "The preview has expired. Click Preview again." }), data.steps && /* @__PURE__ */ import_react80.default.createElement(PreviewTree, { preview: data }, data.state === "READY" && /* @__PURE__ */ import_react80.default.createElement(import_react_core58.Button, { isDisabled: busy, isLoading: busy, onClick: () => data.otherCompany ? setAsking(true) : void submit(false) }, "Submit")), asking && data.otherCompany && /* @__PURE__ */ import_react80.default.createElement(Confirm, { title: "Create it for another company?", verb: `Create it for ${data.otherCompany.company}`, danger: true, onClose: () => setAsking(false), onConfirm: () => submit(true) }, "The client of the ScopeStack project is ", /* @__PURE__ */ import_react80.default.createElement("strong", null, data.otherCompany.client), ", but the records will go to the company ", /* @__PURE__ */ import_react80.default.createElement("strong", null, data.otherCompany.company), "."));
      };
    }
  });

  // src/projects/jobs.ts
  function countsOf({ result }) {
    return COUNTED.filter((name) => Number(result?.[name]) > 0).map((name) => `${Number(result?.[name]).toLocaleString("en")} ${name}`).join(", ");
  }
  var COUNTED, askedBy;
  var init_jobs2 = __esm({
    "src/projects/jobs.ts"() {
      "use strict";
      COUNTED = ["created", "updated", "existing", "failed", "blocked"];
      askedBy = ({ requestedBy, source }) => requestedBy ?? source;
    }
  });

  // src/projects/JobPage.tsx
  var import_react81, import_react_core59, import_react_table17, LIVE_MILLIS7, JobPage;
  var init_JobPage = __esm({
    "src/projects/JobPage.tsx"() {
      "use strict";
      import_react81 = __toESM(require_react(), 1);
      import_react_core59 = __toESM(require_patternfly_core(), 1);
      import_react_table17 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_Details();
      init_Link();
      init_location();
      init_NoSuchPage();
      init_Page();
      init_spoken();
      init_Trouble();
      init_useData();
      init_When();
      init_JobProgress();
      init_jobs2();
      init_states2();
      LIVE_MILLIS7 = 1500;
      JobPage = ({ connection, project, id }) => {
        const [isOver, setOver] = (0, import_react81.useState)(false);
        const { data, failure, loading, reload } = useData((signal) => jobs.one(Number(id), signal), `job ${id}`, isOver ? void 0 : LIVE_MILLIS7);
        if (data && (data.state === "DONE" || data.state === "FAILED") && !isOver) setOver(true);
        const steps = data?.steps ?? [];
        if (data && (data.connection !== connection || !data.subject.endsWith(`:${project}`))) return /* @__PURE__ */ import_react81.default.createElement(NoSuchPage, { page: "projects", title: "Projects" });
        return /* @__PURE__ */ import_react81.default.createElement(
          Page,
          {
            title: `Job ${id}`,
            about: data ? `${wordsOf(data.flow)}, project ${project} of ${connection}` : "",
            actions: [
              /* @__PURE__ */ import_react81.default.createElement(import_react_core59.Button, { key: "back", variant: "link", onClick: () => backTo(`projects/${connection}/${project}`) }, "Project")
            ]
          },
          /* @__PURE__ */ import_react81.default.createElement(Trouble, { failure, again: reload }),
          !data && loading && /* @__PURE__ */ import_react81.default.createElement(import_react_core59.Spinner, { "aria-label": "Loading" }),
          data && /* @__PURE__ */ import_react81.default.createElement(import_react81.default.Fragment, null, !isOver && /* @__PURE__ */ import_react81.default.createElement(JobProgress, { job: data }), /* @__PURE__ */ import_react81.default.createElement(
            Details,
            {
              details: [
                ["State", `${inWords(data.state)}${data.attempts > 1 ? `, attempt ${data.attempts}` : ""}`],
                ["Waits for", data.waitsFor && spoken(data.waitsFor)],
                ["Requested by", askedBy(data)],
                ["Created", /* @__PURE__ */ import_react81.default.createElement(When, { time: data.createdAt })],
                ["Started", data.startedAt && /* @__PURE__ */ import_react81.default.createElement(When, { time: data.startedAt })],
                ["Finished", data.finishedAt && /* @__PURE__ */ import_react81.default.createElement(When, { time: data.finishedAt })],
                ["Result", countsOf(data)],
                ["Failures", /* @__PURE__ */ import_react81.default.createElement(Link, { page: "log", filters: { connection, subject: data.subject, state: "ALL" } }, "Show in the log")]
              ]
            }
          ), steps.length > 0 && /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Table, { "aria-label": "Steps of the job", variant: "compact" }, /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Thead, null, /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Tr, null, /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Th, { width: 50, modifier: "wrap" }, "Step"), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Th, { modifier: "wrap" }, "Action"), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Th, { modifier: "wrap" }, "Record"), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Th, { modifier: "wrap" }, "Reason"))), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Tbody, null, steps.map((step) => /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Tr, { key: step.key }, /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Td, { dataLabel: "Step", modifier: "breakWord" }, step.title), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Td, { dataLabel: "Action" }, /* @__PURE__ */ import_react81.default.createElement(StepAction, { what: step.action })), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Td, { dataLabel: "Record" }, step.link ? /* @__PURE__ */ import_react81.default.createElement("a", { href: step.link, target: "_blank", rel: "noreferrer noopener" }, step.remoteId) : step.remoteId), /* @__PURE__ */ import_react81.default.createElement(import_react_table17.Td, { dataLabel: "Reason", modifier: "breakWord" }, step.reason && spoken(step.reason)))))))
        );
      };
    }
  });

  // src/projects/ProjectTable.tsx
  var import_react82, import_react_table18, ProjectTable;
  var init_ProjectTable = __esm({
    "src/projects/ProjectTable.tsx"() {
      "use strict";
      import_react82 = __toESM(require_react(), 1);
      import_react_table18 = __toESM(require_patternfly_table(), 1);
      init_Link();
      init_useNames();
      init_When();
      init_states2();
      ProjectTable = ({ rows, isOfAll = false }) => {
        const nameOf = useNames();
        return /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Table, { "aria-label": "Projects", variant: "compact" }, /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Thead, null, /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Tr, null, /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { modifier: "wrap" }, "Project"), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { width: 30, modifier: "wrap" }, "Name"), isOfAll && /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { modifier: "wrap" }, "Connection"), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { modifier: "wrap" }, "Client"), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { modifier: "wrap" }, "ScopeStack"), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { modifier: "wrap" }, "PSA"), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Th, { modifier: "wrap" }, "Changed"))), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Tbody, null, rows.map((project) => /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Tr, { key: `${project.connection} ${project.id}` }, /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "Project" }, /* @__PURE__ */ import_react82.default.createElement(Link, { page: `projects/${project.connection}/${project.id}` }, project.id)), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "Name", modifier: "breakWord" }, project.name), isOfAll && /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "Connection" }, nameOf(project.connection)), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "Client" }, project.client), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "ScopeStack" }, project.status?.replaceAll("_", " ")), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "PSA" }, /* @__PURE__ */ import_react82.default.createElement(ProjectState, { state: project.state })), /* @__PURE__ */ import_react82.default.createElement(import_react_table18.Td, { dataLabel: "Changed" }, /* @__PURE__ */ import_react82.default.createElement(When, { time: project.changedAt }))))));
      };
    }
  });

  // src/projects/ProjectList.tsx
  var import_react83, import_react_core60, STATUSES, ProjectList, Shown, AllList, List7;
  var init_ProjectList = __esm({
    "src/projects/ProjectList.tsx"() {
      "use strict";
      import_react83 = __toESM(require_react(), 1);
      import_react_core60 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_projects();
      init_FilterBar();
      init_FilterSelect();
      init_FilterText();
      init_location();
      init_Nothing();
      init_Page();
      init_Pager();
      init_Trouble();
      init_useRows();
      init_OneConnection();
      init_useData();
      init_ProjectTable();
      init_states2();
      STATUSES = ["building", "technical_approval", "sales_approval", "business_approval", "approved", "won", "lost", "canceled"];
      ProjectList = () => {
        const { filters, filter } = usePlace("projects");
        return /* @__PURE__ */ import_react83.default.createElement(Page, { title: "Projects", about: "ScopeStack projects and their state in the PSA." }, /* @__PURE__ */ import_react83.default.createElement(OneConnection, { value: filters["connection"] ?? "" }, (connection, choose) => /* @__PURE__ */ import_react83.default.createElement(import_react83.default.Fragment, null, /* @__PURE__ */ import_react83.default.createElement(FilterBar, null, /* @__PURE__ */ import_react83.default.createElement(FilterText, { label: "Name or client", value: filters["search"] ?? "", onChange: (search) => filter({ search }) }), choose((id) => filter({ connection: id })), /* @__PURE__ */ import_react83.default.createElement(FilterSelect, { label: "ScopeStack", value: filters["status"] ?? "", options: STATUSES.map((value) => ({ value, label: value.replaceAll("_", " ") })), onChange: (status) => filter({ status }) }), /* @__PURE__ */ import_react83.default.createElement(FilterSelect, { label: "PSA", value: filters["state"] ?? "", options: STATES5, onChange: (state) => filter({ state }) })), /* @__PURE__ */ import_react83.default.createElement(Shown, { connection, filters: { search: filters["search"] ?? "", status: filters["status"] ?? "", state: filters["state"] ?? "" } }))));
      };
      Shown = ({ connection, filters }) => connection === ALL_CONNECTIONS ? /* @__PURE__ */ import_react83.default.createElement(AllList, { filters }) : /* @__PURE__ */ import_react83.default.createElement(List7, { connection, filters });
      AllList = ({ filters }) => {
        const found2 = useData((signal) => allProjects(filters, signal), `all ${query(filters)}`, 5e3);
        const rows = found2.data?.projects;
        return /* @__PURE__ */ import_react83.default.createElement(import_react83.default.Fragment, null, /* @__PURE__ */ import_react83.default.createElement(Trouble, { failure: found2.failure, again: found2.reload }), !rows && found2.loading && /* @__PURE__ */ import_react83.default.createElement(import_react_core60.Spinner, { "aria-label": "Loading" }), !filters["search"] && /* @__PURE__ */ import_react83.default.createElement("p", null, "Projects that run, failed or need a decision. Search to find others, or choose a connection to list all of its projects."), rows?.length === 0 && /* @__PURE__ */ import_react83.default.createElement(Nothing, { title: Object.values(filters).some(Boolean) ? "No projects match these filters" : "Nothing runs, and nothing needs a person" }, "Search by name, client or id."), rows && rows.length > 0 && /* @__PURE__ */ import_react83.default.createElement(ProjectTable, { rows, isOfAll: true }), found2.data?.more && /* @__PURE__ */ import_react83.default.createElement("p", null, "There are more. Narrow the search."));
      };
      List7 = ({ connection, filters }) => {
        const list2 = useRows(projects.list(connection), "projects", filters, 5e3);
        const isFiltered2 = Object.values(filters).some(Boolean);
        return /* @__PURE__ */ import_react83.default.createElement(import_react83.default.Fragment, null, /* @__PURE__ */ import_react83.default.createElement(Trouble, { failure: list2.failure, again: list2.reload }), !list2.rows && list2.loading && /* @__PURE__ */ import_react83.default.createElement(import_react_core60.Spinner, { "aria-label": "Loading" }), list2.rows?.length === 0 && /* @__PURE__ */ import_react83.default.createElement(Nothing, { title: isFiltered2 ? "No projects match these filters" : "No projects yet" }, isFiltered2 ? "Remove a filter to see more." : "Projects appear after the first sync: enable the connection and click Sync now under Connected apps."), list2.rows && list2.rows.length > 0 && /* @__PURE__ */ import_react83.default.createElement(ProjectTable, { rows: list2.rows.map((project) => ({ ...project, connection })) }), /* @__PURE__ */ import_react83.default.createElement(Pager, { rows: list2 }));
      };
    }
  });

  // src/projects/actions.ts
  function actionsOf(project, connection, psa, operate) {
    const never = !operate ? OPERATORS_DO : !connection || !project ? "Loading." : !connection.enabled ? "The connection is disabled. An admin can enable it under Connected apps." : void 0;
    const offered = psa?.settings["x-offers"] ?? [];
    const isOff = (feature) => connection !== void 0 && valueAt(connection.settings, `features.${feature}`) === false;
    const off = (feature) => isOff(feature) ? `${feature.toUpperCase()} is switched off in the features of the connection.` : void 0;
    const gate = (name) => project?.gates ? project.gates[name]?.cause : "The hub has not seen the project in ScopeStack yet.";
    const create = never ?? off("psa") ?? gate("push");
    return {
      create: { because: create },
      updateCrm: offered.includes("project.update-crm") ? { because: never ?? off("crm") ?? gate("revenue") } : void 0,
      salesOrder: offered.includes("project.create-sales-order") ? { because: never ?? off("crm") ?? gate("order") } : void 0,
      link: { because: never ?? gate("link") }
    };
  }
  var init_actions = __esm({
    "src/projects/actions.ts"() {
      "use strict";
      init_me();
      init_values();
    }
  });

  // src/projects/JobTable.tsx
  var import_react84, import_react_table19, JobTable;
  var init_JobTable = __esm({
    "src/projects/JobTable.tsx"() {
      "use strict";
      import_react84 = __toESM(require_react(), 1);
      import_react_table19 = __toESM(require_patternfly_table(), 1);
      init_jobs();
      init_Link();
      init_spoken();
      init_When();
      init_jobs2();
      JobTable = ({ jobs: jobs2, page }) => /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Table, { "aria-label": "Jobs", variant: "compact" }, /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Thead, null, /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Tr, null, /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Th, { modifier: "wrap" }, "Job"), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Th, { modifier: "wrap" }, "Flow"), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Th, { modifier: "wrap" }, "Requested by"), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Th, { modifier: "wrap" }, "Result"), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Th, { modifier: "wrap" }, "Created"))), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Tbody, null, jobs2.map((job) => /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Tr, { key: job.id }, /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Td, { dataLabel: "Job" }, /* @__PURE__ */ import_react84.default.createElement(Link, { page: `${page}/jobs/${job.id}` }, job.id)), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Td, { dataLabel: "Flow" }, wordsOf(job.flow)), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Td, { dataLabel: "Requested by" }, askedBy(job)), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Td, { dataLabel: "State" }, job.state.toLowerCase(), job.attempts > 1 && `, attempt ${job.attempts}`, job.waitsFor && `. ${spoken(job.waitsFor)}`), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Td, { dataLabel: "Result" }, countsOf(job)), /* @__PURE__ */ import_react84.default.createElement(import_react_table19.Td, { dataLabel: "Created" }, /* @__PURE__ */ import_react84.default.createElement(When, { time: job.createdAt }))))));
    }
  });

  // src/projects/LinkDialog.tsx
  var import_react85, import_react_core61, TIMEOUT_MILLIS, LinkDialog, Found3;
  var init_LinkDialog = __esm({
    "src/projects/LinkDialog.tsx"() {
      "use strict";
      import_react85 = __toESM(require_react(), 1);
      import_react_core61 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_jobs();
      init_opportunities();
      init_projects();
      init_act();
      init_FilterText();
      init_Link();
      init_Pager();
      init_Trouble();
      init_useRows();
      TIMEOUT_MILLIS = 2e4;
      LinkDialog = ({ connection, project, client, linked, isLinked, onClose }) => {
        const [search, setSearch] = (0, import_react85.useState)(client ?? "");
        const [picked, setPicked] = (0, import_react85.useState)(linked);
        const [failure, setFailure] = (0, import_react85.useState)();
        const [busy, setBusy] = (0, import_react85.useState)(false);
        const [question, setQuestion] = (0, import_react85.useState)();
        const found2 = useRows(opportunities.list(connection), "opportunities", { search, state: "OFFERED", sort: "-changed", limit: "10" });
        const link = async (opportunity, confirmed = false) => {
          setBusy(true);
          setFailure(void 0);
          setQuestion(void 0);
          try {
            const job = await jobs.ended((await projects.setLink(connection, project, opportunity, confirmed)).job, TIMEOUT_MILLIS);
            if (job.state === "FAILED") throw new Error("ScopeStack rejected the link. See the log for the reason.");
            await act(async () => job, job.state === "DONE" ? opportunity ? "Project linked." : "Link removed." : "The change is queued.");
            onClose();
          } catch (refused) {
            if (refused instanceof Refusal && refused.problem.status === 409 && !confirmed) setQuestion(refused.message);
            else setFailure(refused);
            setBusy(false);
          }
        };
        return /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Modal, { isOpen: true, variant: "medium", onClose, "aria-label": "Link to an opportunity" }, /* @__PURE__ */ import_react85.default.createElement(import_react_core61.ModalHeader, { title: "Link to an opportunity", description: "Choose one of the offered opportunities of the PSA. Those of the client come first; clear the search to see all." }), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.ModalBody, null, /* @__PURE__ */ import_react85.default.createElement(Trouble, { failure }), failure && /* @__PURE__ */ import_react85.default.createElement("p", null, /* @__PURE__ */ import_react85.default.createElement(Link, { page: "log", filters: { connection, subject: `link:${project}` } }, "Open the log")), question && /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Alert, { isInline: true, variant: "warning", title: "The companies differ" }, question), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Stack, { hasGutter: true }, /* @__PURE__ */ import_react85.default.createElement(import_react_core61.StackItem, null, /* @__PURE__ */ import_react85.default.createElement(FilterText, { label: "Name, company or id", value: search, onChange: setSearch })), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.StackItem, null, /* @__PURE__ */ import_react85.default.createElement(Found3, { rows: found2, picked, onPick: (id) => (setPicked(id), setQuestion(void 0)) })), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.StackItem, null, /* @__PURE__ */ import_react85.default.createElement(Pager, { rows: found2 })))), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.ModalFooter, null, /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Button, { isLoading: busy, isDisabled: busy || !picked || picked === linked, onClick: () => void link(picked ?? null, question !== void 0) }, question ? "Link all the same" : "Link"), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Button, { variant: "secondary", isDisabled: busy || !isLinked, onClick: () => void link(null) }, "Remove link"), /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Button, { variant: "link", onClick: onClose }, "Cancel")));
      };
      Found3 = ({ rows: { rows, loading, failure, reload }, picked, onPick }) => /* @__PURE__ */ import_react85.default.createElement(import_react85.default.Fragment, null, /* @__PURE__ */ import_react85.default.createElement(Trouble, { failure, again: reload }), !rows && loading && /* @__PURE__ */ import_react85.default.createElement(import_react_core61.Spinner, { "aria-label": "Loading" }), rows?.length === 0 && /* @__PURE__ */ import_react85.default.createElement("p", null, "No offered opportunity matches."), /* @__PURE__ */ import_react85.default.createElement("div", { role: "radiogroup", "aria-label": "Opportunities" }, rows?.map((row) => /* @__PURE__ */ import_react85.default.createElement(
        import_react_core61.Radio,
        {
          key: row.id,
          id: `link-${row.id}`,
          name: "opportunity",
          label: `${row.name} (${row.id})`,
          description: [row.companyName, row.status, row.stage].filter(Boolean).join(", "),
          isChecked: picked === row.id,
          onChange: () => onPick(row.id)
        }
      ))));
    }
  });

  // src/projects/LinkedOpportunity.tsx
  var import_react86, import_react_core62, LinkedOpportunity;
  var init_LinkedOpportunity = __esm({
    "src/projects/LinkedOpportunity.tsx"() {
      "use strict";
      import_react86 = __toESM(require_react(), 1);
      import_react_core62 = __toESM(require_patternfly_core(), 1);
      init_projects();
      init_Link();
      init_ReasonedButton();
      init_useData();
      init_LinkDialog();
      LinkedOpportunity = ({ connection, project, crmOpportunity, because, onChange }) => {
        const [isOpen, setOpen] = (0, import_react86.useState)(false);
        const link = useData((signal) => projects.link(connection, project, signal), `${connection} ${project} ${crmOpportunity ?? ""}`).data;
        return /* @__PURE__ */ import_react86.default.createElement(import_react86.default.Fragment, null, !crmOpportunity && "None ", crmOpportunity && !link?.opportunity && "Not published by the hub ", crmOpportunity && link?.opportunity && /* @__PURE__ */ import_react86.default.createElement(import_react86.default.Fragment, null, /* @__PURE__ */ import_react86.default.createElement(Link, { page: "opportunities", filters: { connection, search: link.opportunity } }, link.name, " (", link.opportunity, ")"), " ", !link.sameCompany && /* @__PURE__ */ import_react86.default.createElement(import_react_core62.Alert, { isInline: true, isPlain: true, variant: "warning", title: `The project's client is ${link.client}, the opportunity's company is ${link.company}.` })), /* @__PURE__ */ import_react86.default.createElement(ReasonedButton, { variant: "link", isInline: true, because, onClick: () => setOpen(true) }, crmOpportunity ? "Change" : "Link"), isOpen && /* @__PURE__ */ import_react86.default.createElement(
          LinkDialog,
          {
            connection,
            project,
            client: link?.client ?? void 0,
            linked: link?.opportunity ?? void 0,
            isLinked: crmOpportunity !== void 0,
            onClose: () => {
              setOpen(false);
              onChange();
            }
          }
        ));
      };
    }
  });

  // src/projects/OpenFailures.tsx
  async function failures(connection, subject, signal) {
    return (await get("/api/log" + query({ connection, subject, state: "OPEN", limit: MOST3 + 1 }), signal)).entries;
  }
  var import_react87, import_react_core63, MOST3, OpenFailures;
  var init_OpenFailures = __esm({
    "src/projects/OpenFailures.tsx"() {
      "use strict";
      import_react87 = __toESM(require_react(), 1);
      import_react_core63 = __toESM(require_patternfly_core(), 1);
      init_http();
      init_Link();
      init_spoken();
      init_useData();
      MOST3 = 3;
      OpenFailures = ({ connection, subjects }) => {
        const found2 = useData((signal) => Promise.all(subjects.map((subject) => failures(connection, subject, signal))), `failures ${connection} ${subjects.join(" ")}`, 5e3);
        const entries = (found2.data ?? []).flat();
        return /* @__PURE__ */ import_react87.default.createElement(import_react87.default.Fragment, null, /* @__PURE__ */ import_react87.default.createElement(import_react_core63.AlertGroup, null, entries.slice(0, MOST3).map((entry2) => /* @__PURE__ */ import_react87.default.createElement(import_react_core63.Alert, { key: entry2.id, isInline: true, variant: "danger", title: spoken(entry2.cause) }, spoken(entry2.remedy), " ", /* @__PURE__ */ import_react87.default.createElement(Link, { page: `log/${entry2.id}` }, "Request and response")))), entries.length > MOST3 && /* @__PURE__ */ import_react87.default.createElement("p", null, "There are more failures in the log."));
      };
    }
  });

  // src/projects/CallsDialog.tsx
  var import_react88, import_react_core64, CallsDialog;
  var init_CallsDialog = __esm({
    "src/projects/CallsDialog.tsx"() {
      "use strict";
      import_react88 = __toESM(require_react(), 1);
      import_react_core64 = __toESM(require_patternfly_core(), 1);
      init_projects();
      init_JsonView();
      init_Nothing();
      init_Pager();
      init_time();
      init_Trouble();
      init_useRows();
      CallsDialog = ({ connection, project, step, onClose }) => {
        const calls = useRows(projects.calls(connection, project), "calls", { step: step.key, limit: "10" });
        return /* @__PURE__ */ import_react88.default.createElement(import_react_core64.Modal, { isOpen: true, variant: "large", onClose, "aria-label": `Calls of ${step.title}` }, /* @__PURE__ */ import_react88.default.createElement(import_react_core64.ModalHeader, { title: step.title, description: "All calls for this step, oldest first." }), /* @__PURE__ */ import_react88.default.createElement(import_react_core64.ModalBody, null, /* @__PURE__ */ import_react88.default.createElement(Trouble, { failure: calls.failure, again: calls.reload }), !calls.rows && calls.loading && /* @__PURE__ */ import_react88.default.createElement(import_react_core64.Spinner, { "aria-label": "Loading" }), calls.rows?.length === 0 && /* @__PURE__ */ import_react88.default.createElement(Nothing, { title: "No calls yet" }, "Calls are made when the project is submitted."), calls.rows?.map((call) => /* @__PURE__ */ import_react88.default.createElement(import_react88.default.Fragment, { key: call.id }, /* @__PURE__ */ import_react88.default.createElement(import_react_core64.Content, { component: "h3" }, call.kind === "WRITE" ? "Write" : "Lookup", " ", exact(call.at), ", ", call.millis, " ms", call.status !== void 0 && `, status ${call.status}`), /* @__PURE__ */ import_react88.default.createElement(import_react_core64.Flex, { direction: { default: "column" }, alignItems: { default: "alignItemsStretch" } }, call.request && /* @__PURE__ */ import_react88.default.createElement(JsonView, { title: `Request ${call.id}`, text: call.request }), call.response && /* @__PURE__ */ import_react88.default.createElement(JsonView, { title: `Response ${call.id}`, text: call.response })))), /* @__PURE__ */ import_react88.default.createElement(Pager, { rows: calls })));
      };
    }
  });

  // src/projects/ResolveDialog.tsx
  var import_react89, import_react_core65, ResolveDialog;
  var init_ResolveDialog = __esm({
    "src/projects/ResolveDialog.tsx"() {
      "use strict";
      import_react89 = __toESM(require_react(), 1);
      import_react_core65 = __toESM(require_patternfly_core(), 1);
      init_projects();
      init_spoken();
      init_Trouble();
      ResolveDialog = ({ connection, project, step, onClose }) => {
        const [exists, setExists] = (0, import_react89.useState)(true);
        const [remoteId, setRemoteId] = (0, import_react89.useState)("");
        const [reason, setReason] = (0, import_react89.useState)("");
        const [failure, setFailure] = (0, import_react89.useState)();
        const [busy, setBusy] = (0, import_react89.useState)(false);
        const decide = async () => {
          setBusy(true);
          try {
            await projects.resolve(connection, project, step.key, { ...exists ? { remoteId: remoteId.trim() } : { create: true }, reason: reason.trim() });
            onClose();
          } catch (refused) {
            setFailure(refused);
            setBusy(false);
          }
        };
        return /* @__PURE__ */ import_react89.default.createElement(import_react_core65.Modal, { isOpen: true, variant: "small", onClose, "aria-label": `Resolve ${step.title}` }, /* @__PURE__ */ import_react89.default.createElement(import_react_core65.ModalHeader, { title: step.title, description: spoken([step.cause, step.remedy].filter(Boolean).join(" ")) }), /* @__PURE__ */ import_react89.default.createElement(import_react_core65.ModalBody, null, /* @__PURE__ */ import_react89.default.createElement(Trouble, { failure }), /* @__PURE__ */ import_react89.default.createElement(import_react_core65.Form, { onSubmit: (event) => event.preventDefault() }, /* @__PURE__ */ import_react89.default.createElement(import_react_core65.Radio, { id: "resolve-exists", name: "resolve", label: "The record exists in the PSA", isChecked: exists, onChange: () => setExists(true) }), exists && /* @__PURE__ */ import_react89.default.createElement(import_react_core65.FormGroup, { label: "Record id", fieldId: "resolve-id", isRequired: true }, /* @__PURE__ */ import_react89.default.createElement(import_react_core65.TextInput, { id: "resolve-id", value: remoteId, onChange: (_, text) => setRemoteId(text) })), step.state === "UNKNOWN" && /* @__PURE__ */ import_react89.default.createElement(import_react_core65.Radio, { id: "resolve-create", name: "resolve", label: "The record does not exist: create it", isChecked: !exists, onChange: () => setExists(false) }), /* @__PURE__ */ import_react89.default.createElement(import_react_core65.FormGroup, { label: "Reason", fieldId: "resolve-reason", isRequired: true }, /* @__PURE__ */ import_react89.default.createElement(import_react_core65.TextInput, { id: "resolve-reason", value: reason, maxLength: 1e3, onChange: (_, text) => setReason(text) })))), /* @__PURE__ */ import_react89.default.createElement(import_react_core65.ModalFooter, null, /* @__PURE__ */ import_react89.default.createElement(import_react_core65.Button, { isLoading: busy, isDisabled: busy || reason.trim() === "" || exists && remoteId.trim() === "", onClick: () => void decide() }, exists ? "Use this record" : "Create it"), /* @__PURE__ */ import_react89.default.createElement(import_react_core65.Button, { variant: "link", onClick: onClose }, "Cancel")));
      };
    }
  });

  // src/projects/StepTable.tsx
  var import_react90, import_react_core66, import_react_table20, FIRST3, StepTable;
  var init_StepTable = __esm({
    "src/projects/StepTable.tsx"() {
      "use strict";
      import_react90 = __toESM(require_react(), 1);
      import_react_core66 = __toESM(require_patternfly_core(), 1);
      import_react_table20 = __toESM(require_patternfly_table(), 1);
      init_me();
      init_ReasonedButton();
      init_spoken();
      init_useRights();
      init_CallsDialog();
      init_ResolveDialog();
      init_states2();
      init_tree();
      FIRST3 = 200;
      StepTable = ({ title, connection, project, steps, isRunning, reload }) => {
        const { operate } = useRights();
        const [asked4, setAsked] = (0, import_react90.useState)();
        const [most, setMost] = (0, import_react90.useState)(FIRST3);
        const [calls, setCalls] = (0, import_react90.useState)();
        const [unknown, setUnknown] = (0, import_react90.useState)();
        const open2 = steps.filter((step) => step.state !== "DONE");
        const only = asked4 ?? (!isRunning && steps.some((step) => step.state === "REJECTED" || step.state === "UNKNOWN") ? "open" : "all");
        const rows = only === "all" ? tree(steps) : open2.map((item) => ({ item, depth: 0 }));
        return /* @__PURE__ */ import_react90.default.createElement(import_react90.default.Fragment, null, /* @__PURE__ */ import_react90.default.createElement(import_react_core66.Content, { component: "h2" }, title), /* @__PURE__ */ import_react90.default.createElement(import_react_core66.ToggleGroup, { "aria-label": `Which steps: ${title}` }, /* @__PURE__ */ import_react90.default.createElement(import_react_core66.ToggleGroupItem, { buttonId: `all-${title}`, text: `All ${steps.length}`, isSelected: only === "all", onChange: () => setAsked("all") }), /* @__PURE__ */ import_react90.default.createElement(import_react_core66.ToggleGroupItem, { buttonId: `open-${title}`, text: `Not done ${open2.length}`, isSelected: only === "open", onChange: () => setAsked("open") })), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Table, { "aria-label": title === "In the PSA" ? "Steps" : `Steps: ${title}`, variant: "compact" }, /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Thead, null, /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Tr, null, /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Th, { width: 35, modifier: "wrap" }, "Step"), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Th, { modifier: "wrap" }, "State"), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Th, { modifier: "wrap" }, "Record"), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Th, { width: 35, modifier: "wrap" }, "Cause and remedy"), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Th, { screenReaderText: "Actions" }))), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Tbody, null, rows.slice(0, most).map(({ item: step, depth }) => /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Tr, { key: step.key }, /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Td, { dataLabel: "Step", modifier: "breakWord" }, /* @__PURE__ */ import_react90.default.createElement("div", { style: { paddingInlineStart: `${depth * 1.5}rem` } }, step.title, !step.inPlan && " (no longer in ScopeStack)")), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Td, { dataLabel: "State" }, /* @__PURE__ */ import_react90.default.createElement(StepState, { state: step.state })), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Td, { dataLabel: "Record" }, step.link ? /* @__PURE__ */ import_react90.default.createElement("a", { href: step.link, target: "_blank", rel: "noreferrer noopener" }, step.remoteId) : step.remoteId), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Td, { dataLabel: "Cause and remedy", modifier: "breakWord" }, spoken([step.cause, step.remedy, ...step.warnings ?? []].filter(Boolean).join(" "))), /* @__PURE__ */ import_react90.default.createElement(import_react_table20.Td, { isActionCell: true }, (step.state === "UNKNOWN" || step.state === "REJECTED") && /* @__PURE__ */ import_react90.default.createElement(ReasonedButton, { size: "sm", because: operate ? void 0 : OPERATORS_DO, onClick: () => setUnknown(step) }, "Resolve"), /* @__PURE__ */ import_react90.default.createElement(import_react_core66.Button, { size: "sm", variant: "link", "aria-label": `Calls of ${step.title}`, onClick: () => setCalls(step) }, "Calls")))))), rows.length > most && /* @__PURE__ */ import_react90.default.createElement(import_react_core66.Button, { variant: "link", onClick: () => setMost(most + FIRST3) }, rows.length - most, " more"), calls && /* @__PURE__ */ import_react90.default.createElement(CallsDialog, { connection, project, step: calls, onClose: () => setCalls(void 0) }), unknown && /* @__PURE__ */ import_react90.default.createElement(ResolveDialog, { connection, project, step: unknown, onClose: () => (setUnknown(void 0), reload()) }));
      };
    }
  });

  // src/projects/ProjectPage.tsx
  function titleOf(subject) {
    const kind = subject.replace(/:.*/, "").replaceAll("-", " ");
    return kind === "revenue" ? "Opportunity revenue" : kind[0].toUpperCase() + kind.slice(1);
  }
  var import_react91, import_react_core67, LIVE_MILLIS8, ProjectPage, Whole2;
  var init_ProjectPage = __esm({
    "src/projects/ProjectPage.tsx"() {
      "use strict";
      import_react91 = __toESM(require_react(), 1);
      import_react_core67 = __toESM(require_patternfly_core(), 1);
      init_connections();
      init_projects();
      init_act();
      init_Details();
      init_Link();
      init_location();
      init_Page();
      init_ReasonedButton();
      init_Trouble();
      init_useData();
      init_useRights();
      init_When();
      init_actions();
      init_JobProgress();
      init_JobTable();
      init_LinkedOpportunity();
      init_OpenFailures();
      init_states2();
      init_StepTable();
      LIVE_MILLIS8 = 1500;
      ProjectPage = ({ connection, project }) => {
        const { data, failure, loading, reload } = useData((signal) => projects.one(connection, project, signal), `${connection} ${project}`, LIVE_MILLIS8);
        const { operate } = useRights();
        const [app, psas] = useData((signal) => Promise.all([connections.one(connection, signal), systems(signal)]), connection).data ?? [];
        const actions = actionsOf(data, app, psas?.find((one3) => one3.id === app?.system), operate);
        const isThere = (data?.steps.length ?? 0) > 0;
        const button = (action, text, ask2, done) => action && /* @__PURE__ */ import_react91.default.createElement(ReasonedButton, { key: text, variant: "secondary", because: action.because, onClick: () => void act(ask2, done).then(reload) }, text);
        return /* @__PURE__ */ import_react91.default.createElement(
          Page,
          {
            title: data?.name ?? `Project ${project}`,
            about: [`Project ${project} of ${app?.name ?? connection}`, data?.client].filter(Boolean).join(", "),
            actions: [
              /* @__PURE__ */ import_react91.default.createElement(ReasonedButton, { key: "create", because: actions.create.because, onClick: () => open(`projects/${connection}/${project}/create`) }, isThere ? "Resubmit" : "Create PSA project"),
              button(actions.updateCrm, "Update CRM", () => projects.updateCrm(connection, project), "Revenue update started."),
              button(actions.salesOrder, "Create Sales Order", () => projects.salesOrder(connection, project), "Sales order requested."),
              /* @__PURE__ */ import_react91.default.createElement(ReasonedButton, { key: "back", variant: "link", onClick: () => backTo("projects") }, "All projects")
            ].filter(Boolean)
          },
          /* @__PURE__ */ import_react91.default.createElement(Trouble, { failure, again: reload }),
          !data && loading && /* @__PURE__ */ import_react91.default.createElement(import_react_core67.Spinner, { "aria-label": "Loading" }),
          data && /* @__PURE__ */ import_react91.default.createElement(Whole2, { connection, project: data, actions, reload })
        );
      };
      Whole2 = ({ connection, project, actions, reload }) => {
        const running = project.jobs.find((job) => job.state === "RUNNING" || job.state === "WAITING");
        return /* @__PURE__ */ import_react91.default.createElement(import_react91.default.Fragment, null, (!project.gates || project.gates.push) && /* @__PURE__ */ import_react91.default.createElement(import_react_core67.Alert, { isInline: true, variant: "info", title: project.gates?.push?.cause ?? "The hub has not seen the project in ScopeStack yet." }, "Approve it in ScopeStack, then click Sync now."), project.stale && /* @__PURE__ */ import_react91.default.createElement(import_react_core67.Alert, { isInline: true, variant: "warning", title: "The project was rescoped after it was pushed." }, "Resubmit it after it is approved again: new services are added, nothing else is changed."), /* @__PURE__ */ import_react91.default.createElement(
          Details,
          {
            details: [
              ["PSA", /* @__PURE__ */ import_react91.default.createElement(ProjectState, { state: project.state })],
              ["PSA project", project.link && /* @__PURE__ */ import_react91.default.createElement("a", { href: project.link, target: "_blank", rel: "noreferrer noopener" }, "Open in the PSA")],
              ["ScopeStack", project.status && /* @__PURE__ */ import_react91.default.createElement(import_react91.default.Fragment, null, project.status.replaceAll("_", " "), " ", project.scopeStackLink && /* @__PURE__ */ import_react91.default.createElement("a", { href: project.scopeStackLink, target: "_blank", rel: "noreferrer noopener" }, "Open in ScopeStack"))],
              ["Approved", project.approvedAt && /* @__PURE__ */ import_react91.default.createElement(When, { time: project.approvedAt })],
              ["Opportunity", project.status && /* @__PURE__ */ import_react91.default.createElement(LinkedOpportunity, { connection, project: project.id, crmOpportunity: project.opportunity, because: actions.link.because, onChange: reload })],
              ["Failures", /* @__PURE__ */ import_react91.default.createElement(Link, { page: "log", filters: { connection, subject: `project:${project.id}`, state: "ALL" } }, "Show in the log")]
            ]
          }
        ), running && /* @__PURE__ */ import_react91.default.createElement(JobProgress, { job: running }), !running && /* @__PURE__ */ import_react91.default.createElement(OpenFailures, { connection, subjects: [`project:${project.id}`, `link:${project.id}`, ...Object.keys(project.related)] }), !running && !actions.create.because && project.steps.length === 0 && /* @__PURE__ */ import_react91.default.createElement("p", null, "Nothing has been created in the PSA yet. Create PSA project first shows a preview."), project.steps.length > 0 && /* @__PURE__ */ import_react91.default.createElement(StepTable, { title: "In the PSA", connection, project: project.id, steps: project.steps, isRunning: running !== void 0, reload }), Object.entries(project.related).map(([subject, other]) => /* @__PURE__ */ import_react91.default.createElement(StepTable, { key: subject, title: titleOf(subject), connection, project: project.id, steps: other.steps, isRunning: running !== void 0, reload })), project.jobs.length > 0 && /* @__PURE__ */ import_react91.default.createElement(import_react91.default.Fragment, null, /* @__PURE__ */ import_react91.default.createElement(import_react_core67.Content, { component: "h2" }, "History"), /* @__PURE__ */ import_react91.default.createElement(JobTable, { jobs: project.jobs, page: `projects/${connection}/${project.id}` })));
      };
    }
  });

  // src/projects/Projects.tsx
  var import_react92, Projects;
  var init_Projects = __esm({
    "src/projects/Projects.tsx"() {
      "use strict";
      import_react92 = __toESM(require_react(), 1);
      init_location();
      init_NoSuchPage();
      init_CreatePage();
      init_JobPage();
      init_ProjectList();
      init_ProjectPage();
      Projects = () => {
        const [connection, project, what, id] = usePlace("projects").rest.split("/");
        if (!connection || !project) return /* @__PURE__ */ import_react92.default.createElement(ProjectList, null);
        const key2 = `${connection}/${project}`;
        if (what === "jobs" && id) return /* @__PURE__ */ import_react92.default.createElement(JobPage, { key: `${key2}/${id}`, connection, project, id });
        if (what && (what !== "create" || id)) return /* @__PURE__ */ import_react92.default.createElement(NoSuchPage, { page: "projects", title: "Projects" });
        return what ? /* @__PURE__ */ import_react92.default.createElement(CreatePage, { key: key2, connection, project }) : /* @__PURE__ */ import_react92.default.createElement(ProjectPage, { key: key2, connection, project });
      };
    }
  });

  // src/pages.ts
  var PAGES;
  var init_pages2 = __esm({
    "src/pages.ts"() {
      "use strict";
      init_Alerts();
      init_Apps();
      init_Audit();
      init_Log();
      init_Opportunities();
      init_Overview();
      init_Projects();
      PAGES = [
        { id: "overview", title: "Overview", component: Overview },
        { id: "apps", title: "Connected apps", component: Apps },
        { id: "opportunities", title: "Opportunities", component: Opportunities },
        { id: "projects", title: "Projects", component: Projects },
        { id: "log", title: "Log", component: Log },
        { id: "alerts", title: "Alerts", component: Alerts },
        { id: "audit", title: "Audit", component: Audit }
      ];
    }
  });

  // src/help.ts
  var help;
  var init_help = __esm({
    "src/help.ts"() {
      "use strict";
      help = `## ScopeBridge

**Overview** shows the status of every connection. **Connected apps** connects ScopeStack to a PSA. **Opportunities** lists the
opportunities of the PSA. **Projects** previews, creates and resubmits projects in the PSA. **Log** lists every failure with its
cause and remedy; replay it after you fix the cause. **Alerts** notifies people by e-mail, Slack, Teams or a webhook when a problem
opens and when it is over. **Audit** shows who did what.
`;
    }
  });

  // src/ui/Contained.tsx
  var import_react93, Contained;
  var init_Contained = __esm({
    "src/ui/Contained.tsx"() {
      "use strict";
      import_react93 = __toESM(require_react(), 1);
      init_Page();
      init_Trouble();
      Contained = class extends import_react93.default.Component {
        state = {};
        static getDerivedStateFromError(failure) {
          return { failure };
        }
        render() {
          if (!this.state.failure) return this.props.children;
          return /* @__PURE__ */ import_react93.default.createElement(Page, { title: this.props.title, about: "This page failed to render; the hub is not affected." }, /* @__PURE__ */ import_react93.default.createElement(Trouble, { failure: this.state.failure, again: () => this.setState({ failure: void 0 }) }));
        }
      };
    }
  });

  // src/ui/notices.ts
  function placeNotices() {
    const style = document.createElement("style");
    style.textContent = STYLE;
    document.head.append(style);
  }
  var STYLE;
  var init_notices = __esm({
    "src/ui/notices.ts"() {
      "use strict";
      STYLE = `.pf-v6-c-alert-group.pf-m-toast {
  inset-block-start: 0.375rem;
  inset-inline-end: 13rem;
  max-inline-size: min(37.5rem, calc(100vw - 26rem));
}
/* What gets the focus is never below the title of a form, which stays in view. */
main :is(input, select, textarea, button, a) {
  scroll-margin-block: 10rem 1rem;
}
#scopebridge-skip {
  position: fixed;
  inset-block-start: 0.5rem;
  inset-inline-start: 0.5rem;
  z-index: 1000;
}
#scopebridge-skip:not(:focus) {
  transform: translateY(-10rem);
}`;
    }
  });

  // src/ui/skip.ts
  function addSkipLink() {
    const skip = document.createElement("button");
    skip.type = "button";
    skip.className = "pf-v6-c-button pf-m-primary";
    skip.textContent = "Skip to content";
    skip.id = "scopebridge-skip";
    skip.addEventListener("click", () => {
      const main = document.querySelector("main");
      main?.setAttribute("tabindex", "-1");
      main?.focus();
    });
    document.body.prepend(skip);
  }
  var init_skip = __esm({
    "src/ui/skip.ts"() {
      "use strict";
    }
  });

  // src/plugin.tsx
  var plugin_exports = {};
  __export(plugin_exports, {
    plugin: () => plugin
  });
  function contained({ title, component: Component }) {
    return () => /* @__PURE__ */ import_react94.default.createElement(Contained, { title }, /* @__PURE__ */ import_react94.default.createElement(Component, null));
  }
  function plugin() {
    PAGES.forEach(
      (page, position) => import_react95.hawtio.addPlugin({
        id: `scopebridge-${page.id}`,
        title: page.title,
        path: `/scopebridge/${page.id}`,
        order: 1 + position / 10,
        component: contained(page),
        isActive: async () => true
      })
    );
    import_react95.helpRegistry.add("scopebridge", "ScopeBridge", help, 1);
    placeNotices();
    guardLeaving();
    followHistory();
    addSkipLink();
    restoreLocation();
    void me().then(
      ({ version }) => version && import_react95.configManager.addProductInfo("ScopeBridge", version),
      () => void 0
    );
  }
  var import_react94, import_react95;
  var init_plugin = __esm({
    "src/plugin.tsx"() {
      "use strict";
      import_react94 = __toESM(require_react(), 1);
      import_react95 = __toESM(require_hawtio(), 1);
      init_me();
      init_pages2();
      init_help();
      init_Contained();
      init_leaving();
      init_location();
      init_notices();
      init_skip();
    }
  });

  // src/main.ts
  var SHARED = ["react", "@patternfly/react-core", "@patternfly/react-table", "@hawtio/react"];
  var host = {};
  var world = globalThis;
  world.scopebridgeHost = host;
  world.scopebridgePages = async (shared) => {
    await Promise.all(
      SHARED.map(async (name) => {
        const version = Object.values(shared[name] ?? {})[0];
        if (!version) throw new Error(`The console does not share ${name}.`);
        host[name] = (await version.get())();
      })
    );
    return Promise.resolve().then(() => (init_plugin(), plugin_exports));
  };
})();
