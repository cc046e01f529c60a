"""The views read a desk of the store's own tests."""

from tests.unit.store.conftest import clock as clock
from tests.unit.store.conftest import empty_desk as empty_desk
from tests.unit.store.conftest import known as known
from tests.unit.store.conftest import path as path
from tests.unit.store.conftest import store as store
