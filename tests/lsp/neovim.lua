-- Drives Neovim's own client against the server: opens, edits, gets diagnostics, hovers, applies a code action, writes.
-- In: POLICYLINT (node and the path of bin/policylint.js, one a line), POLICY (the file). Out: RESULT (a file with JSON).
local command = vim.split(vim.env.POLICYLINT, '\n')
table.insert(command, 'lsp')
table.insert(command, '--stdio')
local result = { steps = {} }
local function step(name, value) result.steps[name] = value end

local function finish()
  local file = io.open(vim.env.RESULT, 'w')
  file:write(vim.fn.json_encode(result))
  file:close()
  vim.cmd('qall!')
end

local function codes()
  return vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))
end

local function has(code) return vim.tbl_contains(codes(), code) end

local function await(what, condition)
  if not vim.wait(15000, condition, 20) then error('waited in vain for ' .. what) end
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.env.POLICY)
  local id = vim.lsp.start_client({ name = 'policylint', cmd = command, root_dir = vim.fn.fnamemodify(vim.env.POLICY, ':h') })
  vim.lsp.buf_attach_client(0, id)
  await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  step('opened', codes())

  -- An edit behind an emoji and an umlaut, which Neovim counts in bytes.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', '<!-- policylint-ignore-next gdpr/dpo-contact -- REASON -->', 'Grüße 🔒: we sell your data.' })
  await('diagnostics of the edit', function() return has('policylint/invalid-suppression') end)
  step('edited', codes())

  local params = vim.lsp.util.make_position_params()
  params.position = { line = 2, character = 4 }
  local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 15000)
  step('hover', hover[id].result.contents.value)

  local wanted = vim.env.ACTION
  local range = { start = { line = 0, character = 0 }, ['end'] = { line = 999, character = 0 } }
  local context = { diagnostics = vim.diagnostic.get(0) }
  local actions = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', { textDocument = params.textDocument, range = range, context = context }, 15000)
  for _, action in ipairs(actions[id].result) do
    if action.title == wanted then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      step('applied', action.title)
      break
    end
  end
  await('the version after the action', function() return not has(vim.env.GONE) end)
  step('fixed', codes())
  vim.cmd('write')
  vim.lsp.stop_client(id)
end)
if not ok then result.problem = tostring(problem) end
finish()
