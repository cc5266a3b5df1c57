-- Takes tokens from buckets of one subject: from all of them or from none.
--
-- keys       the buckets; they share a hash tag, for a script lives in one slot
-- arguments  the caller's clock, in ms (the server's TIME is forbidden on ElastiCache Serverless),
--            then for each key: what it holds when full, what it gains in a ms, what is to be taken
-- Returns    1 when taken or 0 when refused, then what each bucket holds now
--
-- A bucket is "<level> <time>": what it held, and the latest clock any caller has shown it. A
-- missing bucket is full. All numbers are whole and below 2^53, so nothing is ever rounded.
-- A clock that is behind counts as the bucket's own time: it neither gains nor moves time back.
-- A bucket lives until it is full, and a second more: by then the slowest clock has come this far.
local function take(keys, arguments)
  local SKEW = 1000
  local now = tonumber(arguments[1])
  local answer, times, moved = {1}, {}, {}
  for i = 1, #keys do
    local full, gain, cost = tonumber(arguments[3 * i - 1]), tonumber(arguments[3 * i]), tonumber(arguments[3 * i + 1])
    local level, time = full, now
    local bucket = redis.call('GET', keys[i])
    if bucket then
      local held, shown = string.match(bucket, '^(%d+) (%d+)$')
      held, shown = tonumber(held), tonumber(shown)
      time = math.max(now, shown)
      moved[i] = time > shown
      level = math.min(full, held + (time - shown) * gain)
    else
      moved[i] = true
    end
    answer[i + 1], times[i] = level, time
    if level < cost then answer[1] = 0 end
  end
  for i = 1, #keys do
    local full, gain, cost = tonumber(arguments[3 * i - 1]), tonumber(arguments[3 * i]), tonumber(arguments[3 * i + 1])
    if answer[1] == 1 then answer[i + 1] = answer[i + 1] - cost end
    -- A refusal that shows no later clock writes nothing: a bucket that a clock far ahead once
    -- touched is then forgotten when its time is up, instead of never gaining again.
    if answer[1] == 1 or moved[i] then
      local life = math.ceil((full - answer[i + 1]) / gain) + SKEW
      redis.call('SET', keys[i], string.format('%d %d', answer[i + 1], times[i]), 'PX', life)
    end
  end
  return answer
end
