/* Sorts, filters and searches what the page already holds; without it everything can still be read. */
(function () {
  "use strict";
  var folded = new WeakMap();
  var collator = new Intl.Collator("vi", { numeric: true });

  /* Who types without marks must find words that have them. */
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/\s+/g, " ").trim();
  }

  function groups(table) {
    return table.hasAttribute("data-grouped") ? Array.from(table.tBodies) : Array.from(table.tBodies[0].rows);
  }

  function cell(group, index) {
    var row = group.rows ? group.rows[0] : group;
    return row.cells[index].textContent.replace(/\s+/g, " ").trim();
  }

  function number(text) {
    var found = /-?\d[\d.]*/.exec(text);
    return found ? Number(found[0].replace(/\./g, "")) : -1;
  }

  function day(text) {
    var found = /(\d+)\/(\d+)\/(\d+)/.exec(text);
    return found ? Number(found[3]) * 10000 + Number(found[2]) * 100 + Number(found[1]) : 99999999;
  }

  var orders = {
    text: function (a, b) { return collator.compare(a, b); },
    number: function (a, b) { return number(a) - number(b); },
    date: function (a, b) { return day(a) - day(b); }
  };

  function sort(table, head) {
    var up = head.getAttribute("aria-sort") !== "ascending";
    var order = orders[head.getAttribute("data-sort")];
    var index = head.cellIndex;
    var keyed = groups(table).map(function (group) { return [cell(group, index), group]; });
    keyed.sort(function (a, b) { return up ? order(a[0], b[0]) : order(b[0], a[0]); });
    var parent = keyed.length ? keyed[0][1].parentNode : table;
    keyed.forEach(function (pair) { parent.appendChild(pair[1]); });
    table.querySelectorAll("[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  }

  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    table.querySelectorAll("thead [data-sort]").forEach(function (head) {
      var button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", "Sắp xếp theo " + head.textContent.trim());
      head.classList.add("sorts");
      head.append("\u00a0", button);
      head.addEventListener("click", function () { sort(table, head); });
    });
  });

  function searchable(group) {
    var text = folded.get(group);
    if (text === undefined) {
      text = fold(group.textContent);
      folded.set(group, text);
    }
    return text;
  }

  document.querySelectorAll("form[data-filters]").forEach(function (form) {
    var tables = Array.from(document.querySelectorAll("table[data-filterable]"));
    var search = form.querySelector("[data-search]");
    var place = form.querySelector("[data-selects]");
    var shown = form.querySelector("[data-shown]");
    var selects = [];
    var names = [];
    tables.forEach(function (table) {
      table.querySelectorAll("thead [data-filter]").forEach(function (head) {
        var name = head.textContent.trim();
        if (names.indexOf(name) < 0) { names.push(name); }
      });
    });
    function column(table, name) {
      return Array.from(table.tHead.rows[0].cells).findIndex(function (head) { return head.textContent.trim() === name; });
    }
    names.forEach(function (name) {
      var values = new Set();
      tables.forEach(function (table) {
        var index = column(table, name);
        if (index >= 0) { groups(table).forEach(function (group) { values.add(cell(group, index)); }); }
      });
      values.delete("");
      if (values.size < 2) { return; }
      var label = document.createElement("label");
      var select = document.createElement("select");
      label.append(name + " ", select);
      select.append(new Option("tất cả", ""));
      Array.from(values).sort(collator.compare).forEach(function (value) { select.append(new Option(value, value)); });
      place.append(label);
      selects.push([name, select]);
    });
    function apply() {
      var words = fold(search.value).split(" ").filter(Boolean);
      var count = 0;
      tables.forEach(function (table) {
        var asked = selects.filter(function (pair) { return pair[1].value; }).map(function (pair) {
          return [column(table, pair[0]), pair[1].value];
        });
        var here = 0;
        groups(table).forEach(function (group) {
          var text = words.length ? searchable(group) : "";
          var fits = words.every(function (word) { return text.indexOf(word) >= 0; }) &&
            asked.every(function (pair) { return pair[0] >= 0 && cell(group, pair[0]) === pair[1]; });
          group.hidden = !fits;
          here += fits ? 1 : 0;
        });
        var section = table.closest("section");
        if (section && table.hasAttribute("data-grouped")) { section.hidden = here === 0; }
        count += here;
      });
      shown.textContent = String(count);
    }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", apply);
    form.querySelector("[data-clear]").addEventListener("click", function () { form.reset(); apply(); search.focus(); });
    apply();
  });

  /* A link to a case opens its reasons. */
  function open() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var details = target && target.querySelector("details");
    if (details) { details.open = true; }
  }
  window.addEventListener("hashchange", open);
  open();
}());
