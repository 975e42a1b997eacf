SELECT kind, canonical, form
FROM name_forms
ORDER BY kind, canonical, form
