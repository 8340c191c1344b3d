-- Load for `bench/taps.py`, by wrk. Every worker enters in the morning and leaves in the evening of each day; one
-- reader a site. TAPS: taps a request. DAY: the first day as ms at midnight in Tokyo. UNTIL: seconds of sending.
-- Five of a hundred taps are sent a second time. Thread t has the sites whose number leaves t when halved.
local size, day, last = tonumber(os.getenv("TAPS")), tonumber(os.getenv("DAY")), tonumber(os.getenv("UNTIL"))
local SITES, CREW, DAY_MS, HOUR_MS = 1000, 100, 86400000, 3600000
local threads = {}

function setup(thread)
  thread:set("mine", #threads)
  threads[#threads + 1] = thread
end

local step, ends, sent, kept = 0, nil, {}, {}
fresh, repeated = 0, 0 -- global: done() reads them

function init()
  math.randomseed(os.time() * 7 + mine)
  for _ = 1, 20 do math.random() end
end

local function hex(n)
  return string.format("%06x%06x", math.random(0, 16777215), math.random(0, 16777215)):sub(1, n)
end

-- Step n of a thread: site after site; when all sites are through, the next member of each crew; then the next shift.
local function tap(n)
  local site = (n % (SITES / 2)) * 2 + mine
  local turn = math.floor(n / (SITES / 2))
  local member, shift = turn % CREW, math.floor(turn / CREW)
  local ms = day + math.floor(shift / 2) * DAY_MS + (shift % 2 == 0 and 7 or 17) * HOUR_MS + member * 20000 + site * 17
  local worker = member * SITES + site
  if worker == 0 then worker = 100000 end
  local stamp, at = string.format("%012x", ms), math.floor(ms / 1000)
  fresh = fresh + 1
  return 1 + worker % SITES, string.format(
    '{"id":"%s-%s-7%s-8%s-%s","seq":%d,"card":"%012d2101","at":"%s.%03dZ","direction":"%s","offset_ms":12,"shown":"kept"}',
    stamp:sub(1, 8), stamp:sub(9, 12), hex(3), hex(3), hex(12), n + 1, worker, os.date("!%Y-%m-%dT%H:%M:%S", at),
    ms % 1000, shift % 2 == 0 and "in" or "out")
end

local function post(site, body)
  return wrk.format("POST", "/v1/taps", { ["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer bench-" .. site },
    '{"sent_at":"' .. os.date("!%Y-%m-%dT%H:%M:%SZ") .. '","taps":[' .. body .. "]}")
end

local function one()
  local old = kept[(step + 199) % 400]
  if step % 20 == 19 and old then
    step, repeated = step + 1, repeated + 1
    return post(old[1], old[2])
  end
  local site, body = tap(step - math.floor(step / 20))
  kept[step % 400] = { site, body }
  step = step + 1
  return post(site, body)
end

-- A request of `size` taps: one site's crew, the last twentieth of them sent with the site's request before.
-- A hundred sites take turns, twenty times each, then the next hundred.
local function many()
  local crew, round = {}, math.floor(step / 100) % 20 + math.floor(step / (SITES * 10)) * 20
  local place, site, body = (math.floor(step / 2000) * 100 + step % 100) % (SITES / 2), nil, nil
  local new = size - size / 20
  for i = 1, new do
    site, body = tap((round * new + i - 1) * (SITES / 2) + place)
    crew[i] = body
  end
  local again = sent[place] or {}
  for i = 1, #again do crew[#crew + 1] = again[i]; repeated = repeated + 1 end
  sent[place] = {}
  for i = 1, size / 20 do sent[place][i] = crew[i] end
  step = step + 1
  return post(site, table.concat(crew, ","))
end

-- wrk asks the first thread for one request that it does not send.
local is_trial = nil
function request()
  ends = ends or os.time() + last
  if is_trial == nil then is_trial = mine == 0 end
  local made = size == 1 and one() or many()
  if is_trial then is_trial, step, fresh, repeated, sent, kept = false, 0, 0, 0, {}, {} end
  return made
end

-- When the time is up nothing more is sent, so that every tap on its way is answered before wrk stops.
function delay()
  return ends and os.time() >= ends and 60000 or 0
end

function done(summary, latency)
  local new, again = 0, 0
  for _, thread in ipairs(threads) do new, again = new + thread:get("fresh"), again + thread:get("repeated") end
  io.write(string.format("fresh=%d repeated=%d requests=%d errors=%d p50=%.2f p99=%.2f\n", new, again, summary.requests,
    summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
