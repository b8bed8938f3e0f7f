// The pin of <div data-map>: a tap, a drag, the arrow keys or the phone's position set the two number fields, and the
// number fields set the pin. The fields are what is sent; without this script they are simply filled in by hand.

import { toWgs84 } from "./datum.js";

const WHOLE_BORDER = [[24.0, 108.8], [27.0, 112.3]];
const STEP_IN_PIXELS = 4;

export function pickPlaces(page) {
  page.querySelectorAll("[data-map]").forEach((root) => {
    // A map cannot be drawn where nothing has a size: who shows it later calls again.
    if (!root.dataset.mapStarted && root.offsetParent !== null) {
      root.dataset.mapStarted = "yes";
      new PlaceMap(root).start();
    }
  });
}

class PlaceMap {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector("[data-map-canvas]");
    this.lat = root.querySelector("[data-map-lat]");
    this.lon = root.querySelector("[data-map-lon]");
    this.datum = root.querySelector("[data-map-datum]");
    this.accuracy = root.querySelector("[data-map-accuracy]");
    this.status = root.querySelector("[data-map-status]");
  }

  async start() {
    const L = window.L;
    if (!L) {
      return;
    }
    this.canvas.hidden = false;
    this.map = L.map(this.canvas, { attributionControl: false, zoomControl: false, minZoom: 6, maxZoom: 15 });
    L.control.zoom({ zoomInTitle: this.words("zoomIn"), zoomOutTitle: this.words("zoomOut") }).addTo(this.map);
    this.map.fitBounds(WHOLE_BORDER);
    this.map.on("zoomend", () => this.canvas.classList.toggle("lz-map--near", this.map.getZoom() >= 9));
    this.otherPlaces();
    if (this.lat) {
      this.listen();
    }
    await this.drawTerritory();
  }

  words(name) {
    return this.root.dataset[name] ?? "";
  }

  async drawTerritory() {
    const answer = await fetch("/portal/map/territory.geojson");
    if (!answer.ok) {
      return;
    }
    const english = document.documentElement.lang === "en";
    window.L.geoJSON(await answer.json(), {
      interactive: false,
      style: (feature) => ({ className: `lz-map__${feature.properties.level} lz-map__of-${feature.properties.provinceCode}` }),
      onEachFeature: (feature, layer) => {
        const name = english ? feature.properties.nameEn : feature.properties.name;
        layer.bindTooltip(name, { permanent: true, direction: "center", className: `lz-map__name lz-map__name--${feature.properties.level}` });
      },
    }).addTo(this.map).eachLayer((layer) => {
      if (layer.feature.properties.level === "province") {
        layer.bringToFront();
      }
    });
  }

  // Pins that are only shown: data-map-places='[{"lat":..,"lon":..,"word":"..","kind":"water"}]'
  otherPlaces() {
    const places = JSON.parse(this.root.dataset.mapPlaces ?? "[]");
    for (const place of places) {
      window.L.marker([place.lat, place.lon], { icon: pinIcon(place.kind), keyboard: false, interactive: false, alt: "" })
        .bindTooltip(place.word, { permanent: true, direction: "right", offset: [10, -24], className: "lz-map__word" })
        .addTo(this.map);
    }
    if (places.length > 0) {
      this.map.fitBounds(places.map((place) => [place.lat, place.lon]), { maxZoom: 11, padding: [60, 60] });
    }
  }

  listen() {
    this.map.on("click", (event) => this.setPin(event.latlng));
    for (const field of [this.lat, this.lon, this.datum]) {
      // What is only put back, as it was kept, is as accurate as it was.
      field?.addEventListener("change", (event) => this.fromFields({ typed: event.isTrusted }));
    }
    const locate = this.root.querySelector("[data-map-locate]");
    if (locate && navigator.geolocation) {
      locate.hidden = false;
      locate.addEventListener("click", () => this.locate());
    }
    const place = this.root.querySelector("[data-map-place]");
    if (place) {
      place.hidden = false;
      place.addEventListener("click", () => this.setPin(this.map.getCenter(), { focus: true }));
    }
    this.fromFields();
  }

  locate() {
    this.say(this.words("locating"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.setPin({ lat: coords.latitude, lng: coords.longitude }, { accuracy: Math.ceil(coords.accuracy) });
        this.map.setView([coords.latitude, coords.longitude], 13);
      },
      () => this.say(this.words("noPosition")),
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
    );
  }

  fromFields({ typed = false } = {}) {
    const lat = Number.parseFloat(this.lat.value);
    const lng = Number.parseFloat(this.lon.value);
    if (Math.abs(lat) <= 85 && Math.abs(lng) <= 180) {
      // The numbers stay as they were given, on the datum that was said; the map is on WGS-84.
      const point = this.datum?.value === "GCJ-02" ? toWgs84({ lat, lng }) : { lat, lng };
      this.setPin(point, { fields: false, accuracy: typed ? "" : this.accuracy?.value });
      this.map.setView(point, Math.max(this.map.getZoom(), 10));
    } else {
      this.pin?.remove();
      this.circle?.remove();
    }
  }

  // accuracy: metres that the phone may be off; nothing where a person says where it is.
  setPin(point, { fields = true, focus = false, accuracy = "" } = {}) {
    this.pin = (this.pin ?? this.newPin()).setLatLng(point).addTo(this.map);
    this.showAccuracy(point, accuracy);
    if (fields) {
      this.lat.value = point.lat.toFixed(5);
      this.lon.value = point.lng.toFixed(5);
      if (this.datum) {
        this.datum.value = "WGS-84";
      }
      this.lat.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (focus) {
      this.pin.getElement().focus();
    }
    const off = accuracy ? ` · ${this.words("accuracy").replace("{0}", Math.round(accuracy))}` : "";
    this.say(`${this.words("chosen")} ${this.lat.value}, ${this.lon.value}${off}`);
  }

  showAccuracy(point, accuracy) {
    this.circle?.remove();
    if (this.accuracy) {
      this.accuracy.value = accuracy;
    }
    if (accuracy) {
      this.circle = window.L.circle(point, { radius: Number(accuracy), className: "lz-map__accuracy", interactive: false })
        .addTo(this.map);
    }
  }

  newPin() {
    const pin = window.L.marker([0, 0], {
      icon: pinIcon(this.root.dataset.mapKind), draggable: true, keyboard: true, title: this.words("pin"), alt: this.words("pin"),
    });
    pin.on("dragend", () => this.setPin(pin.getLatLng()));
    pin.on("add", () => pin.getElement().addEventListener("keydown", (event) => this.nudge(event)));
    return pin;
  }

  nudge(event) {
    const by = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!by) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? STEP_IN_PIXELS * 5 : STEP_IN_PIXELS;
    const at = this.map.latLngToContainerPoint(this.pin.getLatLng()).add([by[0] * step, by[1] * step]);
    this.setPin(this.map.containerPointToLatLng(at));
    this.map.panInside(this.pin.getLatLng(), { padding: [40, 40] });
  }

  say(words) {
    if (this.status) {
      this.status.textContent = words;
    }
  }
}

function pinIcon(kind) {
  return window.L.divIcon({ className: `lz-pin lz-pin--${kind ?? "place"}`, iconSize: [30, 40], iconAnchor: [15, 38] });
}
