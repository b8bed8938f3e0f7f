// Where a position on GCJ-02, as Chinese map services give it, lies on WGS-84. What is sent is what was given, and the
// receiving office converts it by itself: this only puts the pin where it belongs, offline too.

const SEMI_MAJOR = 6378245;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;
const ROUNDS = 6;

export function toWgs84(given) {
  let { lat, lng } = given;
  for (let round = 0; round < ROUNDS; round++) {
    const shifted = toGcj02(lat, lng);
    lat -= shifted.lat - given.lat;
    lng -= shifted.lng - given.lng;
  }
  return { lat, lng };
}

function toGcj02(lat, lng) {
  const x = lng - 105;
  const y = lat - 35;
  const phi = (lat * Math.PI) / 180;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const meridian = (SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / w ** 1.5;
  const parallel = (SEMI_MAJOR / Math.sqrt(w)) * Math.cos(phi);
  return { lat: lat + degrees(north(x, y) / meridian), lng: lng + degrees(east(x, y) / parallel) };
}

function north(x, y) {
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
    + wave(20, 6 * x) + wave(20, 2 * x) + wave(20, y) + wave(40, y / 3) + wave(160, y / 12) + wave(320, y / 30);
}

function east(x, y) {
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
    + wave(20, 6 * x) + wave(20, 2 * x) + wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30);
}

function wave(amplitude, z) {
  return (2 / 3) * amplitude * Math.sin(z * Math.PI);
}

function degrees(radians) {
  return (radians * 180) / Math.PI;
}
